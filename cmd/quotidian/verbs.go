package main

import "quotidian/dossier/decision"

// verb is one kind of decision as the command line offers it.
type verb struct {
	kind decision.Kind
	use  string
	help string
	// value is true when the last argument is text, not an id.
	value bool
	// min is the number of arguments after the dossier, at least; exact takes no more.
	min   int
	exact bool
	// long and example are for its help; empty where the usage line tells all.
	long, example string
}

var verbs = []verb{
	{
		decision.Same, "same DOSSIER ID ID...", "these are one statement, or one speaker", false, 2, false,
		"Joins statements or quotes into one statement, or speakers into one. Give statements (s-…) and quotes, or speakers\n(p-…) and their names, not both.",
		"  quotidian decide same case.dossier s-153ace4a s-bed60d2d --why 'same briefing'\n  quotidian decide same case.dossier 'Rustam Hadjibekov' Khadzhibekov",
	},
	{
		decision.Never, "never DOSSIER ID ID", "these two are never the same, whatever comes", false, 2, true,
		"Keeps two statements or two speakers apart, also in articles of tomorrow. Two spellings that the program joined are\nparted when they are given as spelled.",
		"  quotidian decide never case.dossier 'Edvin Halmos' 'Erwin Halmos' --why brothers",
	},
	{
		decision.Unsure, "unsure DOSSIER ID ID", "whether these two are the same cannot be told yet: asked last from now on", false, 2, true,
		"", "",
	},
	{
		decision.Split, "split DOSSIER QUOTE...|SPELLING...", "these leave the statement or speaker that holds them with others", false, 1, false,
		"Takes quotes out of the statement that holds them, or spellings out of the speaker. Quotes are given by their ids, twelve\ndigits, that 'show' prints in the timeline; spellings as 'names' prints them. What is named together stays together.",
		"  quotidian decide split case.dossier 0891ecae3f20\n  quotidian decide split case.dossier 'Erwin Halmos'",
	},
	{
		decision.Rename, "rename DOSSIER SPEAKER NAME", "show this speaker under another name", true, 2, true,
		"", "  quotidian decide rename case.dossier Khadzhibekov 'Rustam Hadjibekov'",
	},
	{
		decision.Role, "role DOSSIER SPEAKER ROLE", "describe this speaker so, whatever articles print (\"\" for nothing)", true, 2, true,
		"Shows a speaker with this description instead of what articles print with the name: for a doubtful one, or several of\nwhich one is right. An empty one shows none.",
		"  quotidian decide role case.dossier 'Edvin Halmos' 'chief negotiator'\n  quotidian decide role case.dossier Lindmaren ''",
	},
	{
		decision.Reattribute, "reattribute DOSSIER ID... NAME", "these quotes were said by NAME (\"\" for nobody known)", true, 2, false,
		"Gives quotes, or all quotes of a statement, to another speaker. Two people of one name are told apart so: give the quotes\nof the one to a name that says which. NAME is a name as printed, as it is shown, or a speaker's id.",
		"  quotidian decide reattribute case.dossier 0891ecae3f20 'Edvin Halmos (diver)'",
	},
	{
		decision.NotAQuote, "not-a-quote DOSSIER ID...", "these are no statements at all", false, 1, false,
		"", "",
	},
	{
		decision.MissedQuote, "missed-quote DOSSIER ARTICLE PLACE NAME", "the words at PLACE (as printed, or START-END in code points) are a quote of NAME", true, 3, true,
		"", "  quotidian decide missed-quote case.dossier 7d2bc7d309 'Who was moved?' 'Sanna Orlo'",
	},
	{decision.Confirm, "confirm DOSSIER ID...", "these are right, and stay together", false, 1, false, "", ""},
	{decision.Reject, "reject DOSSIER ID...", "these are not to be relied on; they stay in sight", false, 1, false, "", ""},
	{decision.Note, "note DOSSIER ID... TEXT", "leave a remark", true, 2, false, "", ""},
	{decision.Outlet, "outlet DOSSIER ARTICLE... NAME", "these articles were published by NAME", true, 2, false, "", ""},
	{decision.Origin, "origin DOSSIER ARTICLE... AGENCY", "these articles are copy of AGENCY", true, 2, false, "", ""},
	{
		decision.Dismiss, "dismiss DOSSIER INPUT...", "these inputs are gone or not wanted: their faults are listed no more", false, 1, false,
		"Takes faults off the list of what could not be read, where the file or the page is gone or was never wanted. INPUT is as\n'articles' lists it; a file or an archive stands for all that is in it. Nothing is forgotten: 'undo' lists the fault\nagain, and so does reading the input again when it still cannot be read.",
		"  quotidian decide dismiss case.dossier desk/scan.pdf --why 'thrown away'",
	},
	{decision.Date, "date DOSSIER ARTICLE... DATE", "these articles were published on DATE (\"\" for undated)", true, 2, false, "", "  quotidian decide date case.dossier 7d2bc7d309 2024-05-14"},
}
