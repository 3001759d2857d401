package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
)

// robotsLimit is as much of a robots.txt as RFC 9309 asks a reader to read, in bytes.
const robotsLimit = 500 << 10

var errRobots = errors.New("the site's robots.txt asks not to fetch it")

// rules are what a site asks of us.
type rules struct {
	group *robotstxt.Group // nil: nothing is asked
	none  bool             // nothing may be fetched
	delay time.Duration
	until time.Time // when they are to be asked for again
}

// How long rules hold: a day, as RFC 9309 says, and where the server could not give them until it may have recovered.
const (
	robotsHold  = 24 * time.Hour
	robotsRetry = 10 * time.Minute
)

func origin(u *url.URL) string { return u.Scheme + "://" + u.Host }

// permitted asks the site's robots.txt, once per site.
func (v *visit) permitted(ctx context.Context, u *url.URL) error {
	v.mu.Lock()
	r := v.robots[origin(u)]
	v.mu.Unlock()
	if r == nil || time.Now().After(r.until) {
		var err error
		if r, err = v.readRobots(ctx, u); err != nil {
			return err
		}
		if r.until = time.Now().Add(robotsHold); r.none {
			r.until = time.Now().Add(robotsRetry)
		}
		v.mu.Lock()
		v.robots[origin(u)] = r
		v.mu.Unlock()
	}
	if r.none || r.group != nil && !r.group.Test(u.RequestURI()) {
		return errRobots
	}
	return nil
}

// readRobots fetches a robots.txt as RFC 9309 says: one that is not there permits everything, one that the server
// cannot give at the moment nothing.
func (v *visit) readRobots(ctx context.Context, u *url.URL) (*rules, error) {
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	var p *Page
	for range Redirects + 1 {
		got, next, err := v.get(ctx, at, robotsLimit, Version{})
		var status statusError
		switch {
		case errors.As(err, &status) && status >= 500 || errors.As(err, &status) && status == http.StatusTooManyRequests:
			return &rules{none: true}, nil
		case errors.As(err, &status):
			return &rules{}, nil
		case err != nil && !errors.Is(err, errLarge): // of a long one the beginning holds
			return nil, err
		}
		if p = got; next == nil {
			break
		}
		at = next
	}
	if p == nil {
		return &rules{}, nil // redirects without end count as not there
	}
	data, err := robotstxt.FromBytes(p.Body)
	if err != nil {
		return &rules{}, nil // what cannot be read asks nothing
	}
	g := data.FindGroup(Agent)
	return &rules{group: g, delay: g.CrawlDelay}, nil
}
