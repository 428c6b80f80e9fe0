package main

// The numbers of the small week, from ../README.md. Chances are for one week, states lie in [0, 1].
const (
	bookSize = 100 // [customers] of one seller
	contacts = 20  // [customers a week] met by one seller

	calm       = 0.5  // where need and trust come from and drift to
	needPull   = 0.1  // share of the distance to calm that need loses
	needNoise  = 0.05 // largest weekly shock of need
	trustPull  = 0.05 // share of the distance to calm that trust loses
	trustNoise = 0.02 // largest weekly shock of trust

	arise = 0.06 // chance of a need to arise, at a need of 1
	fade  = 0.05 // chance of an open need to fade
	ask   = 0.04 // chance of a service event
	exit  = 0.01 // chance to leave, at a trust of 0

	exitTrust = 2    // by how much trust slows exit, in the exponent
	wellBase  = 0.5  // chance that service goes well with a seller without skill; the rest is skill's
	warm      = 0.1  // share of the distance to full trust won by good service, or by a sale
	hurt      = 0.2  // share of trust lost by bad service
	annoy     = 0.02 // share of trust lost by an offer refused

	oddsBase, oddsTrust, oddsNeed, oddsOpen = -5, 2, 2, 1.5 // log-odds of a yes; skill counts once

	learning = 0.01 // of the distance to full skill, for each sale
	forget   = 0.02 // of skill, each week
)
