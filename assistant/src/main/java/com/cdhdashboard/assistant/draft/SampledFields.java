package com.cdhdashboard.assistant.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of a sample as rules ask for them. */
record SampledFields(List<DataField> interactions, List<DataField> holdings) {
    /** Filters with more values are no help on every page. */
    private static final long MOST_FILTERED = 30;

    private static final int MOST_FILTERS = 6;
    private static final long MOST_GROUPED = 20;
    private static final int MOST_OWN = 3;

    SampledFields {
        interactions = List.copyOf(interactions);
        holdings = List.copyOf(holdings);
    }

    Optional<DataField> field(String name) {
        return interactions.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether rows of interaction history have values of it. */
    boolean has(String name) {
        return field(name).filter(field -> field.kind() != FieldKind.EMPTY).isPresent();
    }

    List<DataField> of(FieldKind kind) {
        return interactions.stream().filter(field -> field.kind() == kind).toList();
    }

    private static Predicate<DataField> ofPega() {
        return field -> NameHints.DIMENSIONS.contains(field.name());
    }

    /** Dimensions to group by: those of Pega that there are, then some with few values, and the action last. */
    List<String> grain() {
        List<String> grain = new ArrayList<>(coarse());
        Stream.of("Treatment", "Name").filter(this::has).forEach(grain::add);
        return grain;
    }

    /** The same without what has many values. */
    List<String> coarse() {
        Stream<String> known = NameHints.DIMENSIONS.stream()
                .filter(name -> has(name) && !NameHints.FINE.contains(name))
                .filter(name -> !name.equals("Placement") || !has("PlacementType"));
        return Stream.concat(known, own().stream().map(DataField::name)).toList();
    }

    /** Dimensions that only these data have, those with the fewest values first; arms mean nothing outside their experiment. */
    List<DataField> own() {
        return of(FieldKind.DIMENSION).stream()
                .filter(ofPega().negate())
                .filter(field -> !NameWords.of(field.name()).has(Set.of("experiment")))
                .filter(field -> field.different() > 1 && field.different() <= MOST_GROUPED)
                .sorted(Comparator.comparingLong(DataField::different))
                .limit(MOST_OWN)
                .toList();
    }

    /** Dimensions that every page filters by. */
    List<String> filters() {
        Stream<String> known = NameHints.DIMENSIONS.stream()
                .filter(coarse()::contains)
                .filter(name -> field(name)
                        .filter(field -> field.different() > 1 && field.different() <= MOST_FILTERED)
                        .isPresent());
        return Stream.concat(
                        Stream.concat(known, own().stream().map(DataField::name))
                                .limit(MOST_FILTERS),
                        Stream.of("Month"))
                .toList();
    }

    /** What stands for the channel where there is none: the dimension with the fewest values, though more than one. */
    Optional<String> main() {
        return has("Channel")
                ? Optional.of("Channel")
                : Stream.concat(own().stream().map(DataField::name), Stream.of("Group", "Issue"))
                        .filter(this::has)
                        .findFirst();
    }

    /** Numbers worth describing, those of Pega first. */
    List<String> measures() {
        Stream<String> known = NameHints.MEASURES.stream().filter(name -> !name.equals("Rank"));
        Stream<String> all = of(FieldKind.MEASURE).stream().map(DataField::name);
        List<String> numbers = of(FieldKind.MEASURE).stream()
                .filter(field -> field.different() > 1 && !field.name().equals("Rank"))
                .map(DataField::name)
                .toList();
        return Stream.concat(known, all).distinct().filter(numbers::contains).toList();
    }
}
