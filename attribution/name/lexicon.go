package name

import "quotidian/assets/lexicon"

// particleClass is what a particle does; the zero value is "no particle".
type particleClass uint8

const (
	noParticle particleClass = iota
	article                  // al-Tikriti
	filiation                // bin Salman
	kunya                    // Abu Bakr
	nobiliary                // van der Berg
	descent                  // Alirza oglu, behind the father's name
	servant                  // Abd al-Rahman
	clan                     // Mc Cain, one word with what follows
	link                     // i, y, e between two surnames
)

var classNames = map[string]particleClass{
	"article": article, "filiation": filiation, "kunya": kunya, "nobiliary": nobiliary, "descent": descent, "servant": servant,
	"clan": clan,
}

// The word lists, read once; never written afterwards.
var (
	titles       = lexicon.Set("en/name-titles.tsv")
	givenToo     = thirdFields("en/name-titles.tsv") // titles that are given names too
	suffixes     = fields("en/name-suffixes.tsv")
	shorter      = thirdFields("en/name-suffixes.tsv")
	particles    = readParticles()
	surnameFirst = lexicon.Set("common/surnames-first.tsv")
	givenNames   = readGiven()
)

// peerage lists the titles that begin a description behind a name.
var peerage = map[string]bool{
	"baron": true, "baroness": true, "earl": true, "viscount": true, "viscountess": true, "duke": true,
	"duchess": true, "marquess": true, "count": true, "countess": true, "lord": true, "lady": true,
	"barao": true, "baronesa": true, "barone": true, "freiherr": true,
}

func fields(list string) map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines(list) {
		m[f[0]] = f[1]
	}
	return m
}

// thirdFields gives the third field of a list where there is one.
func thirdFields(list string) map[string]string {
	m := map[string]string{}
	for _, f := range lexicon.Lines(list) {
		if len(f) > 2 {
			m[f[0]] = f[2]
		}
	}
	return m
}

// readGiven reads the given names. Thinly attested ones ("m?") are mostly surnames and left out.
func readGiven() map[string]Gender {
	genders := map[string]Gender{"m": Male, "f": Female, "u": UnknownGender}
	m := map[string]Gender{}
	for _, f := range lexicon.Lines("common/forenames.tsv") {
		if g, ok := genders[f[1]]; ok {
			m[f[0]] = g
		}
	}
	return m
}

// readParticles adds to the list the single letters that are particles only where lower case stands inside a name:
// Catalan and Swedish i, Spanish y, Portuguese e.
func readParticles() map[string]particleClass {
	m := map[string]particleClass{"i": link, "y": link, "e": link}
	for _, f := range lexicon.Lines("common/name-particles.tsv") {
		c, ok := classNames[f[1]]
		if !ok {
			panic("internal error: name-particles.tsv: unknown class " + f[1])
		}
		m[f[0]] = c
	}
	return m
}

// Gender is what a name says of its bearer.
type Gender uint8

// The genders a name can tell. Unknown covers names borne by both.
const (
	UnknownGender Gender = iota
	Male
	Female
)

// Gender gives the gender that the given name and the patronymic tell, by the list of given names and the
// Slavic and Turkic endings of patronymics. They must not contradict each other.
func (n Name) Gender() Gender {
	g := UnknownGender
	for _, w := range n.Words {
		var h Gender
		switch w.Part {
		case Given:
			h = GenderOf(w.Fold)
		case Patronymic:
			h = patronymicGender(w.Fold)
		}
		if h == UnknownGender || h == g {
			continue
		}
		if g != UnknownGender {
			return UnknownGender
		}
		g = h
		if w.Part == Given {
			break
		}
	}
	return g
}

// GenderOf gives the gender of a folded given name.
func GenderOf(given string) Gender { return givenNames[given] }

// PrintedFirst reports whether a folded word is a surname that its language prints first.
func PrintedFirst(word string) bool { return surnameFirst[word] }

// KnownGiven reports whether a folded word is on the lists of given names.
func KnownGiven(word string) bool { _, ok := givenNames[word]; return ok }
