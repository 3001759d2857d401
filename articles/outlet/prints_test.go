package outlet

import (
	"maps"
	"testing"
)

func TestPrints(t *testing.T) {
	for _, c := range []struct {
		carried map[string]int
		want    map[string]string
	}{
		{
			map[string]int{"Port Courier": 3, "The Port Courier": 9, "the port  courier": 1, "Selk Post": 4},
			map[string]string{"Port Courier": "The Port Courier", "the port  courier": "The Port Courier"},
		},
		{map[string]int{"Port Courier": 2, "The Port Courier": 2}, map[string]string{"Port Courier": "The Port Courier"}},
		{
			map[string]int{"Port Courier": 2, "www.portcourier.com": 1, "portcourier.com": 1},
			map[string]string{"www.portcourier.com": "Port Courier", "portcourier.com": "Port Courier"},
		},
		{map[string]int{"The Varner": 2, "thevarner.com": 1}, map[string]string{"thevarner.com": "The Varner"}},
		{map[string]int{"www.orlo.com": 2, "orlo.com": 1}, map[string]string{"orlo.com": "www.orlo.com"}},
		{map[string]int{"SkyVarn": 2, "Sky Varn": 1}, map[string]string{"Sky Varn": "SkyVarn"}},
		// Not safe: one word and a site, two articles, other endings, and what only begins like an article.
		{map[string]int{"Independent": 2, "independent.com": 1}, nil},
		{map[string]int{"Presse": 1, "La Presse": 2, "Die Presse": 3}, nil},
		{map[string]int{"Port Courier": 2, "portcourier.example": 1, "Port Courier Weekly": 1}, nil},
		{map[string]int{"Theory": 2, "ory": 1, "": 3, "The": 1}, nil},
	} {
		if got := Prints(c.carried, nil); !maps.Equal(got, c.want) {
			t.Errorf("%v: %v", c.carried, got)
		}
	}
	carried := map[string]int{"Port Courier": 9, "The Port Courier": 2, "port courier": 3}
	given := map[string]int{"The Port Courier": 1}
	if got, want := Prints(carried, given), map[string]string{"Port Courier": "The Port Courier", "port courier": "The Port Courier"}; !maps.Equal(got, want) {
		t.Errorf("with a name that a person gave: %v", got)
	}
}
