package fetch

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// answers is a web that says at once what is asked for, but for what is at /slow.
type answers map[string]string

func (a answers) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Path == "/slow" {
		<-r.Context().Done()
		return nil, r.Context().Err()
	}
	res := &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(a[r.URL.Path])), Request: r}
	if to, ok := strings.CutPrefix(a[r.URL.Path], "to "); ok {
		res.StatusCode = http.StatusFound
		res.Header.Set("Location", to)
	}
	return res, nil
}

// TestDelayIsNoAnswer: what a site asks to be waited is not time that it takes to answer.
func TestDelayIsNoAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := New()
		f.client.Transport = answers{"/robots.txt": "User-agent: *\nCrawl-delay: 30\n", "/a": "to /b", "/b": "to /c", "/c": "Gates"}
		start := time.Now()
		p, err := f.Page(t.Context(), "https://site.example/a")
		if err != nil || string(p.Body) != "Gates" || time.Since(start) != 90*time.Second {
			t.Errorf("%+v, %v, after %v", p, err, time.Since(start))
		}
		start = time.Now()
		_, err = f.Page(t.Context(), "https://site.example/slow")
		if err == nil || err.Error() != "no answer within 20 seconds" || time.Since(start) != 30*time.Second+TimeLimit {
			t.Errorf("%v, after %v", err, time.Since(start))
		}
	})
}
