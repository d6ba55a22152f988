package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer can be shown.
 *
 * @param share of all interactions, in percent
 * @param logit what the place adds to the log-odds of a click
 * @param weekend what a weekend adds to them
 * @param json the members that name the place, ready to be written
 */
record Place(Spot spot, int share, double logit, double weekend, Fragment json) {

    /** What the place decides beside its own name. */
    enum Kind {
        /** Offers are sent; they are {@code Pending} until somebody opens them. */
        MAIL,
        HERO,
        OTHER
    }

    /** How the export names a place. */
    record Spot(
            Kind kind,
            String channel,
            String placement,
            @Nullable String placementType) {}

    /** Every place there is; the shares sum to 100. */
    static final List<Place> ALL = List.of(
            of(new Spot(Kind.HERO, "Web", "Homepage", "Hero"), 17, 0.30, -0.18),
            of(new Spot(Kind.OTHER, "Web", "Leaderboard", "Banner"), 14, -0.20, -0.18),
            of(new Spot(Kind.OTHER, "Web", "Skyscraper", ""), 9, -0.55, -0.18),
            of(new Spot(Kind.HERO, "Mobile", "Homepage", "Hero"), 16, 0.45, 0.14),
            of(new Spot(Kind.OTHER, "Mobile", "Leaderboard", "Banner"), 8, 0.05, 0.14),
            of(new Spot(Kind.OTHER, "Mobile", "Message Centre", "Tile"), 8, 0.20, 0.14),
            of(new Spot(Kind.MAIL, "Email", "Inbox", "Email"), 22, -0.35, -0.30),
            of(new Spot(Kind.OTHER, "Call Center", "Agent", null), 6, 0.80, -0.10));

    private static Place of(Spot spot, int share, double logit, double weekend) {
        String json = member("pyChannel", spot.channel)
                + member("pyDirection", spot.kind == Kind.MAIL ? "Outbound" : "Inbound")
                + member("Placement", spot.placement)
                + member("PlacementType", spot.placementType);
        return new Place(spot, share, logit, weekend, Fragment.of(json));
    }

    Kind kind() {
        return spot.kind;
    }

    /** The place at a percentage from 0 to 99, so that each has its share. */
    static Place at(int percent) {
        int rest = percent;
        for (Place place : ALL) {
            rest -= place.share;
            if (rest < 0) {
                return place;
            }
        }
        throw new IllegalArgumentException("not a percentage from 0 to 99: " + percent);
    }
}
