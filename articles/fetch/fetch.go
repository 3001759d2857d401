// Package fetch gets a page from the web, when a person asks for it and in no other case.
//
// It behaves as a guest: it says who it is, keeps to a site's robots.txt, leaves a pause between two requests to one
// host, and takes neither cookies nor anything that a page would load. And it is not to be used against the network
// that it runs in: only http and https, only public addresses. That is checked when the connection is made, on the
// very address that it is made to, so neither a name that resolves to a private address nor a redirect gets past it;
// proxies of the environment are not used, for behind one the address would not be seen.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"
)

// The limits of one page.
const (
	SizeLimit = 32 << 20 // bytes, unpacked
	TimeLimit = 20 * time.Second
	// Redirects are followed this often.
	Redirects = 5
	// Pause is what lies between two requests to one host, unless its robots.txt asks for more.
	Pause = time.Second
	// longestPause is the most that a robots.txt can ask for.
	longestPause = 30 * time.Second
)

// Agent is how requests name themselves, and the name that robots.txt files can address.
const Agent = "Quotidian"

const userAgent = Agent + "/1.0 (reads single articles on a person's request)"

// Page is what a server answered.
type Page struct {
	URL     string // after redirects
	Kind    string // media type, such as "text/html"
	Charset string // as the server names it, or ""
	Body    []byte
	Fetched time.Time
	Version Version
}

// Version is how a server tells the states of a page apart (RFC 9110, section 8.8). The zero Version is that of no page.
type Version struct{ url, tag, modified string }

// Fetcher fetches pages. It remembers robots.txt files and when it last asked a host. It is safe for several
// goroutines.
type Fetcher struct {
	client *http.Client
	pause  time.Duration
	limit  time.Duration
	allow  func(netip.Addr) bool

	mu     sync.Mutex
	hosts  map[string]*host
	robots map[string]*rules
}

type host struct {
	mu   sync.Mutex // held while a request to the host runs
	last time.Time
}

// option changes how a Fetcher works: tests fetch from this computer, and do not wait.
type option func(*Fetcher)

// New gives a Fetcher.
func New() *Fetcher { return build() }

func build(options ...option) *Fetcher {
	f := &Fetcher{pause: Pause, limit: TimeLimit, allow: isPublic, hosts: map[string]*host{}, robots: map[string]*rules{}}
	for _, o := range options {
		o(f)
	}
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: f.control}
	f.client = &http.Client{
		Timeout: f.limit,
		Transport: &http.Transport{
			DialContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second, ResponseHeaderTimeout: TimeLimit,
			MaxResponseHeaderBytes: 1 << 20, MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second, ForceAttemptHTTP2: true,
		},
		// Redirects are followed by hand: each is a request of its own, with its own pause and permission.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return f
}

// errUnchanged is what a server answers to the question for anything newer.
var errUnchanged = errors.New("the page has not changed")

var errLarge = fmt.Errorf("larger than %d MB", SizeLimit>>20)

var errPrivate = errors.New("the address is not a public one")

// control is asked for every connection, with the address that the name resolved to.
func (f *Fetcher) control(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !f.allow(at.Addr()) {
		return errPrivate
	}
	return nil
}

// reserved are the ranges beside the private, loopback, link-local and multicast ones that lead to no public host.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("192.88.99.0/24"), netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"), netip.MustParsePrefix("::/96"),
}

func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// visit is the way to one page. left is how long its servers may still take to answer, robots.txt and redirects included. The
// pauses that a site asks for do not count, for it is not the server that is slow then.
type visit struct {
	*Fetcher
	left time.Duration
}

// Page fetches the page at address. Errors are one lower-case clause.
func (f *Fetcher) Page(ctx context.Context, address string) (*Page, error) {
	return f.Changed(ctx, address, Version{})
}

// Changed is Page for what is asked for again and again, such as a feed. It is nil when the server says that the page is
// still of the version had.
func (f *Fetcher) Changed(ctx context.Context, address string, had Version) (*Page, error) {
	u, err := parse(address)
	if err != nil {
		return nil, err
	}
	v := &visit{f, 3 * f.limit}
	for range Redirects + 1 {
		if err := v.permitted(ctx, u); err != nil {
			return nil, err
		}
		p, next, err := v.get(ctx, u, SizeLimit, had)
		if errors.Is(err, errUnchanged) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if next == nil {
			return p, nil
		}
		u = next
	}
	return nil, fmt.Errorf("more than %d redirects", Redirects)
}

// parse accepts only what names a public page.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	switch {
	case err != nil:
		return nil, errors.New("not an address of the web")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("only http and https are fetched, not %q", u.Scheme)
	case u.Hostname() == "" || u.Opaque != "":
		return nil, errors.New("an address without a host")
	case u.User != nil:
		return nil, errors.New("an address with a password in it")
	}
	u.Fragment = ""
	return u, nil
}

// get makes one request; next is where a redirect leads. Of what is larger than limit the beginning comes with errLarge;
// what is still of the version had is errUnchanged.
func (v *visit) get(ctx context.Context, u *url.URL, limit int64, had Version) (p *Page, next *url.URL, err error) {
	done, err := v.turn(ctx, u)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	ctx, stop := context.WithTimeout(ctx, v.left)
	defer stop()
	defer func(asked time.Time) { v.left -= time.Since(asked) }(time.Now())
	req, err := request(ctx, u, had)
	if err != nil {
		return nil, nil, err
	}
	res, err := v.client.Do(req)
	if err != nil {
		return nil, nil, cause(err)
	}
	defer res.Body.Close()
	switch code := res.StatusCode; {
	case code == http.StatusNotModified && had.url == u.String():
		return nil, nil, errUnchanged
	case code >= 300 && code < 400:
		next, err = redirect(u, res)
		return nil, next, err
	case code != http.StatusOK:
		return nil, nil, statusError(code)
	}
	p, err = receive(res, limit)
	if p != nil {
		p.URL, p.Version.url = u.String(), u.String()
	}
	return p, nil, err
}

func request(ctx context.Context, u *url.URL, had Version) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5")
	if had.url != u.String() {
		return req, nil
	}
	if had.tag != "" {
		req.Header.Set("If-None-Match", had.tag)
	}
	if had.modified != "" {
		req.Header.Set("If-Modified-Since", had.modified)
	}
	return req, nil
}

// receive reads the body of an answer. Gzip, the only packing that is asked for, is undone on the way; a server that packs
// in another way all the same is one that cannot be read.
func receive(res *http.Response, limit int64) (*Page, error) {
	if packed := res.Header.Get("Content-Encoding"); packed != "" && !strings.EqualFold(packed, "identity") {
		return nil, fmt.Errorf("the server packed the page in a way that was not asked for (%q)", packed)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	if err != nil {
		return nil, cause(err)
	}
	p := &Page{Body: body, Fetched: time.Now(), Version: Version{tag: res.Header.Get("ETag"), modified: res.Header.Get("Last-Modified")}}
	kind, params, err := mime.ParseMediaType(res.Header.Get("Content-Type"))
	if err == nil {
		p.Kind, p.Charset = kind, params["charset"]
	}
	if int64(len(body)) > limit {
		p.Body = body[:limit]
		return p, errLarge
	}
	return p, nil
}

// statusError is an answer that is no page.
type statusError int

func (s statusError) Error() string {
	return fmt.Sprintf("the server answered %d %s", int(s), strings.ToLower(http.StatusText(int(s))))
}

func redirect(from *url.URL, res *http.Response) (*url.URL, error) {
	to, err := res.Location()
	if err != nil {
		return nil, statusError(res.StatusCode)
	}
	if from.Scheme == "https" && to.Scheme == "http" {
		return nil, errors.New("a redirect from https to http")
	}
	return parse(to.String())
}

// turn waits until the host may be asked again; done gives the turn back.
func (f *Fetcher) turn(ctx context.Context, u *url.URL) (done func(), err error) {
	f.mu.Lock()
	h := f.hosts[u.Host]
	if h == nil {
		h = &host{}
		f.hosts[u.Host] = h
	}
	pause := f.pause
	if r := f.robots[origin(u)]; r != nil {
		pause = max(pause, min(r.delay, longestPause))
	}
	f.mu.Unlock()
	h.mu.Lock()
	wait := time.NewTimer(time.Until(h.last.Add(pause)))
	defer wait.Stop()
	select {
	case <-wait.C:
		return func() { h.last = time.Now(); h.mu.Unlock() }, nil
	case <-ctx.Done():
		h.mu.Unlock()
		return nil, cause(ctx.Err())
	}
}

// cause words an error of the network without the address, which stands before the reason anyway.
func cause(err error) error {
	var dns *net.DNSError
	var u *url.Error
	switch {
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, errPrivate):
		return errPrivate
	case errors.As(err, &dns) && dns.IsNotFound:
		return errors.New("there is no such host")
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &u) && u.Timeout():
		return fmt.Errorf("no answer within %d seconds", TimeLimit/time.Second)
	case u != nil:
		return fmt.Errorf("the page could not be fetched: %w", u.Err)
	}
	return fmt.Errorf("the page could not be fetched: %w", err)
}

// IsWeb reports whether a path is an address of the web.
func IsWeb(path string) bool {
	return strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://")
}
