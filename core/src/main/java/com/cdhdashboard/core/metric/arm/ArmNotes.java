package com.cdhdashboard.core.metric.arm;

import com.cdhdashboard.core.figure.NumberText;
import com.cdhdashboard.stats.hypothesis.ChiSquareStatistic;
import com.cdhdashboard.stats.hypothesis.ContingencyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has to be said of an experiment in one group for its figures not to mislead, and why figures are missing. */
record ArmNotes(Arms arms) {
    /** What a check that is made again and again, of every experiment, is to be alarmed by. */
    private static final double UNEQUAL = 0.001;

    /** Empty where the figures speak for themselves. */
    Optional<String> text() {
        List<String> notes = new ArrayList<>();
        emptyArms().ifPresent(notes::add);
        sampleRatio().ifPresent(notes::add);
        notes.addAll(spellings());
        if (arms.table().isTestable()) {
            controlWithoutRows().ifPresent(notes::add);
            notes.addAll(arms.filled().size() == 2 ? ofTwo() : ofMany());
        } else {
            notes.add(untestable());
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes));
    }

    private Optional<String> emptyArms() {
        List<Arm> empty =
                arms.all().stream().filter(arm -> arm.responses().isEmpty()).toList();
        if (empty.isEmpty() || empty.size() == arms.all().size()) {
            return Optional.empty();
        }
        return Optional.of(
                empty.size() == 1
                        ? "The arm " + names(empty) + " has no interactions and is left out."
                        : "The arms " + names(empty) + " have no interactions and are left out.");
    }

    /** Assignment that went wrong makes every comparison of the arms doubtful. */
    private Optional<String> sampleRatio() {
        double p = arms.sampleRatio().pValue();
        String sizes = arms.filled().stream()
                .map(arm -> NumberText.count(arm.responses().trials()))
                .collect(Collectors.joining(" : "));
        return p < UNEQUAL
                ? Optional.of(
                        "The arms have " + sizes + " interactions; were they meant to be equally large, chance alone"
                                + " would set them so far apart with " + NumberText.pValue(p)
                                + ", and the assignment is to be checked first.")
                : Optional.empty();
    }

    private List<String> spellings() {
        return arms.all().stream()
                .filter(arm -> arm.spellings().size() > 1)
                .map(arm -> "Taken as one arm: "
                        + arm.spellings().stream()
                                .map(name -> "\"" + name + "\"")
                                .collect(Collectors.joining(", ")) + ".")
                .toList();
    }

    private String untestable() {
        List<Arm> filled = arms.filled();
        if (filled.isEmpty()) {
            return "No data: no arm has interactions.";
        }
        if (filled.size() == 1) {
            return "Only the arm " + names(filled) + " has interactions, so there is nothing to compare.";
        }
        String missing = arms.table().total().successes() == 0 ? "positive" : "negative";
        return "No arm has a " + missing + " response, so no difference can be tested.";
    }

    private Optional<String> controlWithoutRows() {
        return arms.control()
                .filter(control -> arms.comparisons().isEmpty())
                .map(control ->
                        "The control arm \"" + control + "\" has no interactions here, so no arm is compared with it.");
    }

    private List<String> ofTwo() {
        List<String> notes = new ArrayList<>();
        Optional<String> ofPair = arms.comparisons().stream().findFirst().flatMap(pair -> new PairNotes(pair).text());
        if (ofPair.isEmpty()) {
            arms.fisher().ifPresent(p -> notes.add(PairNotes.small(p)));
        }
        ofPair.ifPresent(notes::add);
        overallLogarithms().ifPresent(notes::add);
        return notes;
    }

    private List<String> ofMany() {
        List<String> notes = new ArrayList<>();
        if (arms.table().hasSmallCounts()) {
            notes.add("Small counts: p-values are approximate.");
        }
        overallLogarithms().ifPresent(notes::add);
        String pairs = arms.comparisons().stream()
                .filter(pair -> new PairNotes(pair).text().isPresent())
                .map(pair -> "\"" + pair.treatment().name() + "\"")
                .collect(Collectors.joining(", "));
        if (!pairs.isEmpty()) {
            notes.add("See the notes of the pairs: " + pairs + ".");
        }
        return notes;
    }

    private Optional<String> overallLogarithms() {
        ContingencyTable table = arms.table();
        List<String> logarithms = new ArrayList<>();
        addSmall(logarithms, "chi-square", table.chiSquare());
        addSmall(logarithms, "G", table.likelihoodRatio());
        return logarithms.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", logarithms));
    }

    private static void addSmall(List<String> logarithms, String name, ChiSquareStatistic statistic) {
        if (statistic.pValue() < PairNotes.SMALLEST_P) {
            logarithms.add("p of " + name + " is below 1e-300: " + PairNotes.logarithm(statistic.log10PValue()) + ".");
        }
    }

    private static String names(List<Arm> arms) {
        return arms.stream().map(arm -> "\"" + arm.name() + "\"").collect(Collectors.joining(", "));
    }
}
