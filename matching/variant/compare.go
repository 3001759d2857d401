package variant

import (
	"bytes"
	"sync"

	"quotidian/assets/model"
	"quotidian/attribution"
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
		v := m.Compare(m.NewForm(organisation.Parse(a)), m.NewForm(organisation.Parse(b)))
		return judgeBodies(v).score(bodyReasons(v))
	}
	m := persons()
	x, y := newPerson(a, m.NewForm), newPerson(b, m.NewForm)
	return judgePersons(m, x, y).score(explainPersons(m, x, y))
}

func (g judgement) score(reasons []Reason) Score {
	return Score{P: g.p, Reasons: reasons, Veto: g.veto}
}
