package variant

import (
	"bytes"
	"sync"

	"quotidian/assets/model"
	"quotidian/attribution"
	"quotidian/attribution/name"
	"quotidian/matching/variant/likeness"
	"quotidian/matching/variant/organisation"
)

// models are the trained models, read on first use.
var models = sync.OnceValue(func() []*likeness.Model {
	m, err := likeness.Read(bytes.NewReader(model.Open("names.bin")))
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return m
})

func persons() *likeness.Model { return models()[0] }

// doubtful is the highest probability of a pair that strings alone must not settle.
const doubtful = 0.98

// Compare scores two names of unknown kind: as organisations when either looks like one, otherwise as persons.
// P is symmetric in a and b.
func Compare(a, b string) Score {
	kind := attribution.Person
	if LooksLikeOrganisation(a) || LooksLikeOrganisation(b) {
		kind = attribution.Organisation
	}
	return CompareAs(kind, a, b)
}

// CompareAs scores two names of a known kind. Groups and unnamed people are compared as organisations are.
func CompareAs(kind attribution.SpeakerKind, a, b string) Score {
	if kind != attribution.Person {
		m := organisations()
		return compareOrganisations(m.NewForm(organisation.Parse(a)), m.NewForm(organisation.Parse(b)))
	}
	m := persons()
	return comparePersons(m, m.NewForm(name.Parse(a)), m.NewForm(name.Parse(b)))
}

func comparePersons(m *likeness.Model, a, b *likeness.Form) Score {
	odds, reasons := m.Explain(a, b)
	s := Score{P: m.Curve.At(odds), Veto: m.Conflict(a, b).Text}
	if s.Veto != "" {
		s.P = min(s.P, doubtful)
	}
	for _, r := range reasons {
		s.Reasons = append(s.Reasons, Reason(r))
	}
	return s
}
