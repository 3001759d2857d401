package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotidian/articles"
	"quotidian/articles/sentence"
	"quotidian/articles/token"
	"quotidian/quotes/tagger"
	"quotidian/quotes/tagger/training"
)

func init() { trainers["tagger"] = trainTagger }

func trainTagger(args []string) error {
	flags := flag.NewFlagSet("tagger", flag.ContinueOnError)
	data := flags.String("data", "../shared/data", "folder of the labelled data")
	out := flags.String("out", "assets/model/data/tagger.bin", "model file to write")
	leave := flags.String("without", "", "outlet to leave out of training, to score on an outlet never seen")
	predict := flags.String("predict", "", "write predictions on the development half to this file")
	set := training.Defaults()
	flags.IntVar(&set.Epochs, "epochs", set.Epochs, "passes over the data")
	flags.IntVar(&set.Rows, "rows", set.Rows, "features kept")
	flags.IntVar(&set.MinCount, "mincount", set.MinCount, "least occurrences of a feature")
	flags.BoolVar(&set.Calibrate, "calibrate", set.Calibrate, "learn probabilities on a part held out")
	flags.Float64Var(&set.Rate, "rate", set.Rate, "learning rate")
	flags.Float64Var(&set.Penalty, "penalty", set.Penalty, "weight penalty")
	flags.Float64Var(&set.Bias, "bias", set.Bias, "bonus for each cue, in log-odds")
	flags.Float64Var(&set.Drop, "drop", set.Drop, "share of features dropped while learning")
	if err := flags.Parse(args); err != nil {
		return err
	}
	set.Log = func(format string, a ...any) { fmt.Printf(format+"\n", a...) }
	train, err := training.Read(filepath.Join(*data, "polnear", "train.jsonl"))
	if err != nil {
		return err
	}
	if *leave != "" {
		kept := train[:0]
		for _, a := range train {
			if a.Outlet != *leave {
				kept = append(kept, a)
			}
		}
		train = kept
	}
	parts, err := training.Train(train, set)
	if err != nil {
		return err
	}
	raw := parts.Encode()
	fmt.Printf("%d words, %d cue weights, %d rows, %d bytes\n", len(parts.Words), len(parts.Weights), len(parts.Rows), len(raw))
	if err := os.WriteFile(*out, raw, 0o644); err != nil {
		return err
	}
	if *predict == "" {
		return nil
	}
	return predictDev(raw, filepath.Join(*data, "polnear", "dev.jsonl"), *predict)
}

type predicted struct {
	Kind    string   `json:"kind"`
	Medium  string   `json:"medium"`
	Content [][2]int `json:"content"`
	Cue     *[2]int  `json:"cue"`
	Source  *[2]int  `json:"source"`
	Prob    float64  `json:"confidence"`
}

func predictDev(raw []byte, in, out string) error {
	tg, err := tagger.FromFile(raw)
	if err != nil {
		return err
	}
	docs, err := training.Read(in)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for _, d := range docs {
		toks := token.Scan(nil, d.Text)
		r := articles.NewRunes(d.Text)
		qs := []predicted{}
		for _, a := range tg.Tag(nil, d.Text, toks, sentence.Split(nil, d.Text, toks)) {
			p := predicted{Kind: "indirect", Medium: "speech", Prob: a.Prob}
			for _, c := range a.Content {
				p.Content = append(p.Content, r.Span(c))
			}
			if !a.Cue.Empty() {
				s := r.Span(a.Cue)
				p.Cue = &s
			}
			if !a.Source.Empty() {
				s := r.Span(a.Source)
				p.Source = &s
			}
			qs = append(qs, p)
		}
		if err := enc.Encode(map[string]any{"id": d.ID, "quotes": qs}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
