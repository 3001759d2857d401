package main

import (
	"fmt"

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
	under := map[string][]string{} // references by what names them: the input itself, or the file that it is in
	for _, f := range faults {
		ref := dossier.FaultRef(f)
		under[f.Path] = append(under[f.Path], ref)
		if file := intake.File(f.Path); file != f.Path {
			under[file] = append(under[file], ref)
		}
	}
	for _, input := range inputs {
		if len(under[input]) == 0 {
			return dec, fmt.Errorf("%s: no fault of that is listed; 'quotidian articles' lists them", input)
		}
		dec.Targets = append(dec.Targets, under[input]...)
	}
	return dec, nil
}
