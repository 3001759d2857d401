package fetch

import (
	"context"
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
