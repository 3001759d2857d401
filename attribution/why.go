package attribution

import (
	"strconv"
	"strings"
)

// The reasons, in words a reporter understands. Printed words stand in quotation marks.

func quoted(s string) string { return strconv.Quote(s) }

func whyShared(printed string) string {
	return quoted(printed) + " could be more than one person named in this article"
}

func whyUnnamed(printed string) string { return "the article does not name " + quoted(printed) }

func whyNotSomebody(printed string) string {
	return quoted(printed) + " does not read like somebody who could speak"
}

func whyGroup(printed string) string { return quoted(printed) + " speak as a group" }

func whyBody(printed string) string { return quoted(printed) + " speaks as an organisation" }

func whyPaper(printed string) string {
	return quoted(printed) + " is a document; nobody is named for it"
}

func whyDocument(printed, owner string) string {
	return quoted(printed) + " is a document of " + owner
}

func whyFuller(printed, full string) string {
	if strings.HasSuffix(printed, full) {
		return quoted(printed) + " was a source before, described in the same words"
	}
	return quoted(printed) + " is " + full + ", the last source so described"
}

func whyRole(printed string, forms []string) string {
	return quoted(printed) + " is " + fullest(forms)[0] + ", the last person named with that role"
}

func joinRoles(front, behind string) string {
	switch {
	case front == "" || front == behind:
		return behind
	case behind == "":
		return front
	}
	return front + ", " + behind
}

// whyNamed says how a printed name led to its entity.
func (r *resolver) whyNamed(v *voice, e *entity, printed string) string {
	full := fullest(e.forms)[0]
	switch {
	case v.src.behind:
		return quoted(r.textOf(int32(v.src.first), int32(v.src.core))) + " is named right behind: " + full
	case printed == full || e.kind == Organisation && len(e.forms) == 1:
		return quoted(printed) + " is named as the source"
	case e.kind == Organisation:
		return quoted(printed) + " is another name of " + full + " in this article"
	case spelledApart(printed, full):
		return quoted(printed) + " is spelled almost like " + full + ", and no other name in the article is"
	}
	return quoted(printed) + " is short for " + full
}

// spelledApart reports whether no word of printed is printed in full in the same letters.
func spelledApart(printed, full string) bool {
	for i, j := 0, 0; j <= len(full); j++ {
		if j == len(full) || full[j] == ' ' {
			if full[i:j] == printed {
				return false
			}
			i = j + 1
		}
	}
	for k := range printed {
		if printed[k] == ' ' {
			return false
		}
	}
	return true
}

func whyInside(printed string) string {
	return quoted(printed) + " stands outside any quotation with a known speaker"
}

func whyAnyone(printed string) string { return quoted(printed) + " stands for nobody in particular" }

func whyNobody(printed string) string {
	return "nobody named before fits " + quoted(printed)
}

func whySpoke(printed, who string) string { return quoted(printed) + " is " + who + ", who spoke last" }

func whyFirst(printed, who string) string {
	return quoted(printed) + " is " + who + ", named first in the sentence before"
}

func whyFollows(printed, who string) string {
	return quoted(printed) + " follows the name of " + who
}

func whyUtters(printed, who string) string {
	return quoted(printed) + " is " + who + ", who utters these words"
}

func whyByline(printed, who string) string {
	return quoted(printed) + " is the author, " + who
}

func whyHandle(printed string) string {
	return quoted(printed) + " is an account; nobody is named for it"
}

func whyHolder(printed, who string) string { return quoted(printed) + " is the account of " + who }

func whyVaries(printed, who string) string {
	return quoted(printed) + " is another word for " + who + ", whom the passage is about"
}

func whyAnswers(who string) string {
	return who + " is interviewed, and this answers a question"
}

func whyTurn(printed, who string) string {
	return quoted(printed) + " labels what " + who + " says, turn after turn"
}
