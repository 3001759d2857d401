package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// local lets tests fetch from this computer, without pauses.
func local(f *Fetcher) {
	f.allow = func(a netip.Addr) bool { return a.IsLoopback() }
	f.pause = 0
}

func site(t *testing.T, pages map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range pages {
		mux.HandleFunc(path, h)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

func says(s string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Path: "/"})
		_, _ = w.Write([]byte(s))
	}
}

func goes(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

func TestPage(t *testing.T) {
	var cookies atomic.Int32
	s := site(t, map[string]http.HandlerFunc{
		"/a":  says("<p>Gates"),
		"/to": goes("/a"),
		"/b": func(w http.ResponseWriter, r *http.Request) {
			cookies.Add(int32(len(r.Cookies())))
			if r.Referer() != "" || !strings.HasPrefix(r.UserAgent(), Agent+"/") {
				t.Errorf("referer %q, agent %q", r.Referer(), r.UserAgent())
			}
			says("b")(w, r)
		},
	})
	f := build(local)
	p, err := f.Page(context.Background(), s.URL+"/to#top")
	if err != nil || string(p.Body) != "<p>Gates" || p.URL != s.URL+"/a" || p.Kind != "text/html" || p.Charset != "windows-1251" || p.Fetched.IsZero() {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := f.Page(context.Background(), s.URL+"/b"); err != nil || cookies.Load() != 0 {
		t.Errorf("%v, %d cookies sent back", err, cookies.Load())
	}
}

func TestPageRefuses(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": says("User-agent: *\nDisallow: /private\nUser-agent: Other\nDisallow: /"),
		"/private/a":  says("secret"),
		"/loop":       goes("/loop"),
		"/file":       goes("file:///etc/passwd"),
		"/inside":     goes("http://192.168.7.7/admin"),
		"/gone":       func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/large": func(w http.ResponseWriter, _ *http.Request) {
			for range SizeLimit>>20 + 1 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		},
	})
	f := build(local)
	for address, want := range map[string]string{
		s.URL + "/private/a":        "the site's robots.txt asks not to fetch it",
		s.URL + "/loop":             "more than 5 redirects",
		s.URL + "/file":             `only http and https are fetched, not "file"`,
		s.URL + "/inside":           "the address is not a public one",
		s.URL + "/gone":             "the server answered 410 gone",
		s.URL + "/large":            "larger than 32 MB",
		"ftp://a.example/b":         `only http and https are fetched, not "ftp"`,
		"https://me:pw@a.example/b": "an address with a password in it",
		"https://":                  "an address without a host",
	} {
		if p, err := f.Page(context.Background(), address); err == nil || err.Error() != want {
			t.Errorf("%s: %v, %v", address, p, err)
		}
	}
}

// TestNewRefusesPrivateAddresses: the check is at the connection, whatever the name was.
func TestNewRefusesPrivateAddresses(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/": says("inside")})
	_, port, _ := strings.Cut(strings.TrimPrefix(s.URL, "http://"), ":")
	for _, host := range []string{"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"} {
		p, err := New().Page(context.Background(), "http://"+host+":"+port+"/")
		if err == nil {
			t.Errorf("%s was fetched: %s", host, p.Body)
		}
	}
}

func TestIsPublic(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.216.34": true, "2606:2800:220:1::1": true,
		"10.0.0.1": false, "172.16.0.1": false, "192.168.1.1": false, "127.0.0.1": false, "169.254.169.254": false, "100.64.0.1": false,
		"0.0.0.0": false, "224.0.0.1": false, "255.255.255.255": false, "198.18.0.1": false, "::1": false, "fe80::1": false, "fd00::1": false,
		"::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "2002:a00:1::": false, "::": false,
	} {
		if got := isPublic(netip.MustParseAddr(address)); got != want {
			t.Errorf("%s: %v", address, got)
		}
	}
}

func TestRobotsThatFail(t *testing.T) {
	status := http.StatusServiceUnavailable
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) },
		"/a":          says("a"),
	})
	if _, err := build(local).Page(context.Background(), s.URL+"/a"); err == nil || err.Error() != errRobots.Error() {
		t.Errorf("a robots.txt that cannot be given at the moment permits nothing, but: %v", err)
	}
	status = http.StatusNotFound
	if _, err := build(local).Page(context.Background(), s.URL+"/a"); err != nil {
		t.Error(err)
	}
}

func TestPauses(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/a": says("a")})
	f := build(local, func(f *Fetcher) { f.pause = 60 * time.Millisecond })
	start := time.Now()
	for range 3 {
		if _, err := f.Page(context.Background(), s.URL+"/a"); err != nil {
			t.Fatal(err)
		}
	}
	if took := time.Since(start); took < 180*time.Millisecond { // robots.txt counts too
		t.Errorf("four requests to one host within %v", took)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := f.Page(ctx, s.URL+"/a"); err == nil {
		t.Error("a person's stop was not heard")
	}
}

// TestChanged: a page that a server says has not changed does not come again, one that has does; and only what is asked
// for again and again asks so.
func TestChanged(t *testing.T) {
	tag, asked := `"1"`, []string{}
	s := site(t, map[string]http.HandlerFunc{
		"/feed": goes("/real"),
		"/real": func(w http.ResponseWriter, r *http.Request) {
			asked = append(asked, r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since"))
			w.Header().Set("ETag", tag)
			if r.Header.Get("If-None-Match") == tag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			says(tag)(w, r)
		},
		"/dated": func(w http.ResponseWriter, r *http.Request) {
			http.ServeContent(w, r, "a.html", time.Date(2031, 5, 4, 0, 0, 0, 0, time.UTC), strings.NewReader("dated"))
		},
		"/stubborn": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) },
	})
	f := build(local)
	var had Version
	for _, want := range []string{`"1"`, "", `"2"`, ""} {
		if want != "" {
			tag = want
		}
		p, err := f.Changed(t.Context(), s.URL+"/feed", had)
		got := ""
		if p != nil {
			got, had = string(p.Body), p.Version
		}
		if err != nil || got != want {
			t.Errorf("%q, %v; want %q", got, err, want)
		}
	}
	if p, err := f.Page(t.Context(), s.URL+"/feed"); err != nil || string(p.Body) != tag {
		t.Errorf("a page on its own: %+v, %v", p, err)
	}
	if got := strings.Join(asked, ","); got != `,"1","1","2",` {
		t.Errorf("asked %s", got)
	}
	dated, err := f.Page(t.Context(), s.URL+"/dated")
	if err != nil {
		t.Fatal(err)
	}
	if p, err := f.Changed(t.Context(), s.URL+"/dated", dated.Version); err != nil || p != nil {
		t.Errorf("by its date: %+v, %v", p, err)
	}
	if _, err := f.Changed(t.Context(), s.URL+"/stubborn", dated.Version); err == nil || err.Error() != "the server answered 304 not modified" {
		t.Errorf("not modified since never: %v", err)
	}
}

// TestBodies: what comes packed is unpacked within the limit; what is cut off, too slow or packed otherwise is refused.
func TestBodies(t *testing.T) {
	packed := func(n int) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("Accept-Encoding") != "gzip" {
				t.Errorf("asked for %q", r.Header.Get("Accept-Encoding"))
			}
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			for range n {
				if _, err := z.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
			if err := z.Close(); err != nil {
				t.Log(err) // the reader went away
			}
		}
	}
	s := site(t, map[string]http.HandlerFunc{
		"/packed": packed(1),
		"/bomb":   packed(SizeLimit>>20 + 1),
		"/brotli": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			says("\x0b\x02")(w, r)
		},
		"/cut": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte("half"))
		},
		"/slow": func(w http.ResponseWriter, r *http.Request) {
			_, _ = w.Write([]byte("a"))
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		},
	})
	f := build(local, func(f *Fetcher) { f.limit = 300 * time.Millisecond })
	if p, err := build(local).Page(t.Context(), s.URL+"/packed"); err != nil || len(p.Body) != 1<<20 {
		t.Errorf("packed: %v", err)
	}
	if _, err := build(local).Page(t.Context(), s.URL+"/bomb"); !errors.Is(err, errLarge) {
		t.Errorf("bomb: %v", err)
	}
	for path, want := range map[string]string{
		"/brotli": "packed the page in a way", "/cut": "unexpected EOF", "/slow": "no answer within",
	} {
		if p, err := f.Page(t.Context(), s.URL+path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %+v, %v", path, p, err)
		}
	}
}

// TestRobotsAreReadAgain: a site's rules hold for a day, those that it could not give for some minutes; and of a file that
// is too long the beginning holds.
func TestRobotsAreReadAgain(t *testing.T) {
	answer := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }
	s := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { answer(w, r) },
		"/a":          says("a"),
	})
	f := build(local)
	later := func(by time.Duration) {
		for _, r := range f.robots {
			r.until = r.until.Add(-by)
		}
	}
	check := func(when string, permitted bool) {
		t.Helper()
		if _, err := f.Page(t.Context(), s.URL+"/a"); (err == nil) != permitted {
			t.Errorf("%s: %v", when, err)
		}
	}
	check("no answer", false)
	answer = says("User-agent: *\nAllow: /")
	check("just after", false)
	later(robotsRetry)
	check("once it may have recovered", true)
	answer = says("User-agent: *\nDisallow: /a\n" + strings.Repeat("# and so on\n", robotsLimit/10))
	check("within the day", true)
	later(robotsHold)
	check("the next day", false)
}
