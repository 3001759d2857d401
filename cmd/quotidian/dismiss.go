package main

import (
	"fmt"
	"slices"

	"quotidian/articles/intake"
	"quotidian/dossier"
	"quotidian/dossier/decision"
)

// dismissal makes the decision of "decide dismiss INPUT...".
func dismissal(d *dossier.Dossier, inputs []string) (dec decision.Decision, err error) {
	dec.Kind = decision.Dismiss
	faults, err := d.Faults()
	if err != nil {
		return dec, err
	}
	for _, input := range inputs {
		found := false
		for _, f := range faults {
			if f.Path != input && intake.File(f.Path) != input {
				continue
			}
			found = true
			if ref := dossier.FaultRef(f); !slices.Contains(dec.Targets, ref) {
				dec.Targets = append(dec.Targets, ref)
			}
		}
		if !found {
			return dec, fmt.Errorf("%s: no fault of that is listed; 'quotidian articles' lists them", input)
		}
	}
	return dec, nil
}
