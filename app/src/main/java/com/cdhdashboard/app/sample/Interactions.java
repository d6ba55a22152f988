package com.cdhdashboard.app.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws what happens between the bank and its customers, day by day. Offers picked by the models do better than those
 * picked at random for the control group, gradient boosting better than the models it slowly replaces.
 */
final class Interactions {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;
    private static final long DAY = 24 * HOUR;

    /** No decision is made so late that all its outcomes could miss the last day. */
    private static final long LAST_CALL = 10 * SECOND;

    private final SampleSettings settings;
    private final Customers customers;
    private final SplittableRandom random;
    private final Reactions reactions;
    private long count;

    Interactions(SampleSettings settings, Customers customers, DayFiles files) {
        this.settings = settings;
        this.customers = customers;
        this.random = new SplittableRandom(settings.seed());
        this.reactions = new Reactions(new InteractionRows(customers, files, random), random);
    }

    /** How many interactions there have been. */
    long count() {
        return count;
    }

    /** One customer meets the bank, up to three times within a few days; at most {@code limit} interactions. */
    void next(LocalDate day, long limit) throws IOException {
        double kind = random.nextDouble();
        long visits = Math.min(limit, kind < 0.94 ? 1 : kind < 0.98 ? 2 : 3);
        int customer = customers.pick(random.nextDouble());
        List<Offer> leads = new ArrayList<>();
        long latest = settings.end().plusDays(1).toEpochDay() * DAY - LAST_CALL;
        long time = day.toEpochDay() * DAY + timeOfDay();
        for (int i = 0; i < visits && time <= latest; i++) {
            List<Offer> offers = visit(customer, time);
            reactions.to(offers, visits == 1);
            leads.add(offers.get(0));
            time += 8 * HOUR + random.nextLong(3 * DAY);
        }
        if (leads.size() > 1 && random.nextDouble() < 0.15) {
            reactions.purchase(leads, leads.get(leads.size() - 1).visit().time());
        }
    }

    private List<Offer> visit(int customer, long time) throws IOException {
        Place place = Place.at(random.nextInt(100));
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time, DAY));
        double boosted = 0.35 + 0.3 * Seasons.elapsed(settings, day);
        Model model = random.nextDouble() < boosted ? Model.GRADIENT_BOOSTING : Model.BAYESIAN;
        Experiment.Arm arm = experiment(place).armOf(customers.seed() ^ customer);
        Visit visit = new Visit(++count, customer, new Visit.Circumstances(place, model, arm), time);
        if (random.nextDouble() < 0.004) {
            reactions.stays(visit);
        }
        return offers(visit, day);
    }

    private Experiment experiment(Place place) {
        double draw = random.nextDouble();
        if (draw < 0.6) {
            return place.kind() == Place.Kind.HERO
                    ? Experiment.HERO_COLOUR
                    : place.kind() == Place.Kind.MAIL ? Experiment.WORDING : Experiment.CADENCE;
        }
        return draw < 0.8 ? Experiment.NOT_AVAILABLE : draw < 0.97 ? Experiment.EMPTY : Experiment.MISSING;
    }

    private List<Offer> offers(Visit visit, LocalDate day) {
        double draw = random.nextDouble();
        int ranks = draw < 0.4 ? 1 : draw < 0.75 ? 2 : 3;
        List<Action> chosen = new ArrayList<>(ranks);
        while (chosen.size() < ranks) {
            Action action = choose(visit.customer());
            if (!chosen.contains(action)) {
                chosen.add(action);
            }
        }
        List<Offer> offers = new ArrayList<>(ranks);
        for (int rank = 1; rank <= ranks; rank++) {
            offers.add(offer(visit, chosen.get(rank - 1), rank, day));
        }
        return offers;
    }

    private Action choose(int customer) {
        Action first = Action.ALL.get(random.nextInt(Action.ALL.size()));
        Action second = Action.ALL.get(random.nextInt(Action.ALL.size()));
        if (customers.inControl(customer)) {
            return first;
        }
        return appeal(first, customer) >= appeal(second, customer) ? first : second;
    }

    private double appeal(Action action, int customer) {
        return action.logit() + customers.liking(customer, action.group());
    }

    private Offer offer(Visit visit, Action action, int rank, LocalDate day) {
        double lasting = appeal(action, visit.customer()) + visit.place().logit() - 0.5;
        double today = visit.circumstances().arm().logit()
                + 0.25 * Seasons.elapsed(settings, day)
                + (Seasons.weekend(day) ? visit.place().weekend() : 0)
                + (visit.model() == Model.GRADIENT_BOOSTING ? 0.12 : 0)
                + 0.08 * Mix.bell(settings.seed(), day.toEpochDay())
                - 0.4 * (rank - 1);
        return new Offer(visit, action, rank, scores(visit.model(), lasting), probability(lasting + today));
    }

    private Offer.Scores scores(Model model, double logit) {
        double propensity = random.nextDouble() < model.coldStart()
                ? 0.05
                : probability(logit + model.error() * random.nextGaussian());
        double adjusted = Math.min(0.99, propensity * (0.8 + 0.4 * random.nextDouble()));
        double priority = adjusted * (5 + 60 * random.nextDouble());
        boolean missing = random.nextDouble() < 0.02;
        return new Offer.Scores(micros(propensity), missing ? -1 : micros(adjusted), micros(priority));
    }

    private long timeOfDay() {
        double hours = random.nextDouble() < 0.2 ? 24 * random.nextDouble() : 14 + 4 * random.nextGaussian();
        return Math.floorMod((long) (hours * HOUR), DAY - LAST_CALL);
    }

    private static double probability(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static long micros(double value) {
        return StrictMath.round(value * 1e6);
    }
}
