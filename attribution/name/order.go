package name

// Weights of the hypothesis that the surname is printed first, by what the print shows. Chosen on the pairs of
// kind "order" in the training data; they rank hypotheses and are not probabilities of a population.
const (
	afterCommaFirst    = 0.97 // Grillo, Giulia
	capitalsFirst      = 0.95 // GRILLO Giulia
	patronymicLast     = 0.90 // Ivanov Ivan Ivanovich
	listedSurname      = 0.90 // Kim Jong-un
	listedSurnameShort = 0.60 // Li Keqiang, but also Kim Campbell
	onlyLastIsGiven    = 0.60 // Mutorwa John
	capitalsElsewhere  = 0.03 // Giulia GRILLO
	usual              = 0.10
	givenFirst         = 0.04 // John Mutorwa
)

// order weighs the hypothesis that words begin with the surname. comma is the index of the first word behind a
// comma, 0 for none.
func order(words []Word, comma int) float32 {
	if len(words) < 2 {
		return 0
	}
	first, last := words[0], words[len(words)-1]
	if comma > 0 {
		return afterCommaFirst
	}
	if c := capitalWords(words); c > 0 && c < len(words) {
		if first.Capitals {
			return capitalsFirst
		}
		return capitalsElsewhere
	}
	switch {
	case fatherLast(words):
		return patronymicLast
	case listed(words) && len(words) == 3:
		return listedSurname
	case listed(words) && len(words) == 2:
		return listedSurnameShort
	case KnownGiven(first.Fold):
		return givenFirst
	case KnownGiven(last.Fold) && len(words) == 2:
		return onlyLastIsGiven
	}
	return usual
}

// fatherLast reports whether words end in a patronymic: Ivanov Ivan Ivanovich, not Viktor Fedorovych Yanukovych.
func fatherLast(words []Word) bool {
	n := len(words)
	return n > 2 && isPatronymic(words[n-1].Fold) && !isPatronymic(words[n-2].Fold)
}

// listed reports whether words begin with a surname that print puts first and end in no given name.
func listed(words []Word) bool {
	first, last := words[0], words[len(words)-1]
	return surnameFirst[first.Fold] && first.Particle == "" && !first.Initial && !KnownGiven(last.Fold)
}

func capitalWords(words []Word) int {
	n := 0
	for _, w := range words {
		if w.Capitals {
			n++
		}
	}
	return n
}

// assign gives every word its part under the likelier order.
func (n *Name) assign(comma int) {
	if len(n.Words) == 1 {
		n.Words[0].Part = Surname
	}
	if len(n.Words) < 2 {
		return
	}
	lo, hi := n.surnameAt(comma)
	caps := comma == 0 && capitalWords(n.Words) > 0 && capitalWords(n.Words) < len(n.Words)
	for i := range n.Words {
		w := &n.Words[i]
		switch {
		case caps && w.Capitals, !caps && lo <= i && i <= hi:
			w.Part = Surname
		case i > 0 && (isPatronymic(w.Fold) || w.Filial()):
			w.Part = Patronymic
		}
	}
}

// surnameAt gives the first and last word of the surname, by order alone.
func (n *Name) surnameAt(comma int) (lo, hi int) {
	last := len(n.Words) - 1
	switch {
	case comma > 0:
		return 0, comma - 1
	case n.SurnameFirst > 0.5:
		return 0, 0
	case n.Words[last].Part == Patronymic: // Testov Alirza oglu
		return last - 1, last - 1
	}
	return last, last
}
