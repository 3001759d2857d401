package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"quotidian/quotes/tagger"
	"quotidian/quotes/tagger/training"
)

func init() { trainers["tagger"] = trainTagger }

// trainTagger learns to find cue, source and content of attributions, for package quotes/tagger.
func trainTagger(args []string) error {
	set := training.Defaults()
	set.Log = func(format string, a ...any) { fmt.Printf(format+"\n", a...) }
	f := flag.NewFlagSet("tagger", flag.ContinueOnError)
	data := f.String("data", "../shared/data", "folder of the labelled data")
	out := f.String("out", "assets/model/data/tagger.bin", "where the model goes")
	curves := f.String("curves", "assets/model/data/confidence.tsv", "where the curves of confidence go")
	unseen := f.String("without", "", "outlet to leave out of training and to score on alone")
	predict := f.String("predict", "", "also write what is found in the development half to this file")
	f.IntVar(&set.Epochs, "epochs", set.Epochs, "passes over the data")
	f.IntVar(&set.Rows, "rows", set.Rows, "features kept")
	f.IntVar(&set.Models, "models", set.Models, "models averaged")
	f.IntVar(&set.MinCount, "mincount", set.MinCount, "least occurrences of a feature")
	f.Float64Var(&set.Rate, "rate", set.Rate, "step length")
	f.Float64Var(&set.Drop, "drop", set.Drop, "share of features left out at random while learning")
	f.Float64Var(&set.Bonus, "bonus", set.Bonus, "bonus for each cue, in log-odds")
	f.BoolVar(&set.Calibrate, "calibrate", set.Calibrate, "learn what probabilities are worth on parts held out")
	if err := f.Parse(args); err != nil {
		return err
	}
	train, err := training.Read(filepath.Join(*data, "polnear", "train.jsonl"))
	if err != nil {
		return err
	}
	dev, err := training.Read(filepath.Join(*data, "polnear", "dev.jsonl"))
	if err != nil {
		return err
	}
	if *unseen != "" {
		train, dev = training.LeaveOut(train, *unseen), training.Only(dev, *unseen)
	}
	made, err := training.Train(train, dev, set)
	if err != nil {
		return err
	}
	if err := os.WriteFile(*out, made.Model, 0o644); err != nil {
		return err
	}
	if made.Curves != nil {
		if err := os.WriteFile(*curves, made.Curves, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%s: %d bytes\n", *out, len(made.Model))
	if err := report(made.Model, dev, *predict); err != nil || *unseen == "" {
		return err
	}
	if training.Retype(dev) == 0 {
		return nil
	}
	fmt.Println("with one straight mark for two single ones:")
	return report(made.Model, dev, "")
}

// report prints exact-span figures of a model and writes its predictions where asked.
func report(raw []byte, dev []*training.Article, predict string) error {
	t, err := tagger.FromFile(raw)
	if err != nil {
		return err
	}
	source, cue, content := training.Evaluate(t, dev)
	fmt.Printf("exact spans on %d articles: source %v, cue %v, content %v\n", len(dev), source, cue, content)
	if predict == "" {
		return nil
	}
	w, err := os.Create(predict)
	if err != nil {
		return err
	}
	if err := training.Predict(w, t, dev); err != nil {
		w.Close()
		return err
	}
	return w.Close()
}
