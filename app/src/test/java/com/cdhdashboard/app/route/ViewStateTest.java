package com.cdhdashboard.app.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.error.UserException;
import com.cdhdashboard.core.period.Preset;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewStateTest {
    private static final String HOSTILE = "a&b=c%20\"<x>'#?/\\\u00e9\u0131 +.";

    static Stream<ViewState> states() {
        return Stream.of(
                ViewState.EMPTY,
                state(Map.of("x", "Day"), List.of()),
                state(Map.of("color", ""), List.of()),
                state(Map.of(HOSTILE, HOSTILE), List.of()),
                state(Map.of(), List.of(in("Channel", "Web", "Mobile"))),
                state(Map.of(), List.of(new Filter.In("Channel", List.of(Optional.empty(), Optional.of("")), false))),
                state(Map.of(), List.of(new Filter.In("Channel", List.of(Optional.of("Web")), true))),
                state(Map.of(), List.of(range("Day", "2024-12-01", "2024-12-31"))),
                state(Map.of(), List.of(range("Day.from", "a", "b"), in("A.", "b"), in(".not", "c"))),
                state(Map.of(), List.of(in("Day.from", "x"), in("a..b", "y"), in("from", "z"))),
                state(Map.of(), List.of(new Filter.Contains("Name", HOSTILE), in(HOSTILE, HOSTILE))),
                new ViewState(Map.of(), List.of(), new TableState(Optional.of("-CTR"), true, 7)),
                new ViewState(Map.of(), List.of(), new TableState(Optional.of("CTR"), false, 1)));
    }

    private static ViewState state(Map<String, String> choices, List<Filter> filters) {
        return new ViewState(choices, filters, TableState.FIRST);
    }

    private static Filter in(String dimension, String... values) {
        return Filter.In.of(dimension, Stream.of(values).map(Optional::of).toList());
    }

    private static Filter range(String dimension, String from, String to) {
        return new Filter.Range(dimension, Optional.of(from), Optional.of(to));
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatIsWrittenIsReadBack(ViewState state) {
        assertThat(ViewState.parse(decode(state.query()))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void hiddenFieldsSayTheSame(ViewState state) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        state.parameters()
                .forEach(field -> fields.computeIfAbsent(field.name(), name -> new ArrayList<>())
                        .add(field.value()));

        assertThat(ViewState.parse(fields)).isEqualTo(state);
    }

    @Test
    void whichNumberIsAskedAboutIsNoChoice() {
        assertThat(ViewState.parse(Map.of("row", List.of("7"), "column", List.of("CTR"))))
                .isEqualTo(ViewState.EMPTY);
    }

    @Test
    void filtersTakeThePlaceOfThoseOnTheSameDimension() {
        ViewState state = state(Map.of("x", "Day"), List.of(in("Channel", "Web"), in("Name", "Card")));

        assertThat(state.withFilters(List.of(in("Channel", "Email"), in("Day", "2024-12-01"))))
                .isEqualTo(state(
                        Map.of("x", "Day"),
                        List.of(in("Name", "Card"), in("Channel", "Email"), in("Day", "2024-12-01"))));
    }

    @Test
    void aPresetStaysAPresetWhateverItsDays() {
        ViewState state = ViewState.parse(decode("x=Day&period=last28&filter.Channel=Web"));
        assertThat(state.filters()).containsExactly(in("Channel", "Web"));

        ViewState known = state.upTo(Optional.of(LocalDate.of(2024, 12, 31)));
        assertThat(known.filters()).containsExactly(in("Channel", "Web"), days("2024-12-04", "2024-12-31"));
        assertThat(known.query()).isEqualTo("x=Day&period=last28&filter.Channel=Web");
        assertThat(known.filtersOnly().query()).isEqualTo("period=last28&filter.Channel=Web");
        assertThat(known.periodOnly().query()).isEqualTo("period=last28");
        assertThat(known.withoutFilter("Channel").query()).isEqualTo("x=Day&period=last28");
        assertThat(known.withoutFilters().query()).isEqualTo("x=Day");
        assertThat(known.withFilters(List.of(days("2024-12-24", "2024-12-24"))).query())
                .isEqualTo("x=Day&filter.Channel=Web&filter.Day.from=2024-12-24&filter.Day.to=2024-12-24");
        assertThat(known.withPreset(Optional.of(Preset.LAST_7)).query())
                .isEqualTo("x=Day&period=last7&filter.Channel=Web");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period=last28&filter.Day.from=2024-12-24 | filter.Day.from=2024-12-24",
                "period=last28&filter.Day.from=&filter.Day.to= | period=last28",
                "period=all | ''",
                "period= | ''"
            })
    void daysThatAreSaidCountMoreThanAPreset(String query, String said) {
        assertThat(ViewState.parse(decode(query)).query()).isEqualTo(said);
    }

    @Test
    void anUnknownPeriodIsRefused() {
        assertThatThrownBy(() -> ViewState.parse(decode("period=last30")))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        "\"last30\" is not a period; there are last7, last28, last90, month, lastmonth, all, or days"
                                + " by filter.Day.from and filter.Day.to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period=last7&compare=previous | period=last7&compare=previous | 18–24 Dec 2024",
                "period=last7&compare=previous&compare.from=2024-12-01 | period=last7&compare.from=2024-12-01 | 1–7 Dec 2024",
                "period=last7&compare=&compare.from=&compare.to= | period=last7 | ''",
                "compare=previous | compare=previous | ''"
            })
    void aPeriodMayBeCompared(String query, String said, String other) {
        ViewState state = ViewState.parse(decode(query)).upTo(Optional.of(LocalDate.of(2024, 12, 31)));
        assertThat(state.query()).isEqualTo(said);
        assertThat(state.compared().map(periods -> periods.other().text()).orElse(""))
                .isEqualTo(other);
        assertThat(state.filtersOnly().query()).isEqualTo(said);
        assertThat(state.withPreset(Optional.empty()).query()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare=year | \"year\" is nothing to compare with; there is previous, or days by compare.from and compare.to",
                "compare.from=May | \"May\" in compare.from is not a day, such as 2026-10-31",
                "compare.from=%2B999999999-12-31 | \"+999999999-12-31\" in compare.from is no day of the years 1 to 9999",
                "compare.to=-999999999-01-01 | \"-999999999-01-01\" in compare.to is no day of the years 1 to 9999",
                "filter.Day.from=%2B999999999-12-31 | \"+999999999-12-31\" in Day is no day of the years 1 to 9999"
            })
    void whatIsNothingToCompareWithIsRefused(String query, String message) {
        assertThatThrownBy(() -> ViewState.parse(decode(query))).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period=last7&compare.from=2024-12-09&compare.to=2024-12-02 | The period to compare with was said with its last day first. It is taken as 2–9 Dec 2024.",
                "period=last7&compare.from=2024-12-02&compare.to=2024-12-09 | ''",
                "compare=previous | Nothing is compared: a comparison needs a period with a first and a last day, and other days than these to compare it with."
            })
    void whatBecomesOfAComparisonIsSaid(String query, String note) {
        ViewState state = ViewState.parse(decode(query)).upTo(Optional.of(LocalDate.of(2024, 12, 31)));
        assertThat(String.join(" ", state.comparisonNotes())).isEqualTo(note);
    }

    private static Filter days(String from, String to) {
        return new Filter.Range("Day", Optional.of(from), Optional.of(to));
    }

    private static Map<String, List<String>> decode(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters
                    .computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Test
    void anAddressReadsAsPeopleWriteIt() {
        ViewState state = ViewState.parse(
                decode(
                        "x=Day&color=Channel&filter.Channel=Web&filter.Channel=Mobile&filter.Day.from=2024-12-01&sort=-CTR&page=2"));
        assertThat(state)
                .isEqualTo(new ViewState(
                        Map.of("x", "Day", "color", "Channel"),
                        List.of(
                                in("Channel", "Web", "Mobile"),
                                new Filter.Range("Day", Optional.of("2024-12-01"), Optional.empty())),
                        new TableState(Optional.of("CTR"), true, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter.Channel=Web,Mobile",
                "filter.Channel=Web, Mobile",
                "filter.Channel=\"Web\",Mobile",
                "filter.Channel=Web&filter.Channel=Mobile,Web"
            })
    void valuesAreListedOrRepeated(String query) {
        assertThat(ViewState.parse(decode(query)).filters()).containsExactly(in("Channel", "Web", "Mobile"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fixed/10 years, 3.5 %", "\"quoted\"", "15\" screen", " blank ", "(missing", "a,\"b\""})
    void everyValueSurvivesItsAddress(String value) {
        ViewState state = state(Map.of(), List.of(in("Name", value)));
        assertThat(ViewState.parse(decode(state.query()))).isEqualTo(state);
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> ViewState.parse(decode("filter.Channel=\"Web")))
                .isInstanceOf(UserException.class)
                .hasMessage("filter.Channel: a quote in it is not closed: \"Web");
    }

    @ParameterizedTest
    @CsvSource({
        "filter.Customer.Type=Gold, Customer.Type",
        "filter.Customer..Type=Gold, Customer.Type",
        "filter..from=Gold, .from",
        "filter.Day..from=Gold, Day.from"
    })
    void aDotInANameMayBeWrittenOnce(String query, String dimension) {
        assertThat(ViewState.parse(decode(query)).filters()).containsExactly(in(dimension, "Gold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter.Channel=", "filter.=x", "filter.Day.from=&filter.Day.to=", "format=csv&group_by=A"})
    void emptyFieldsOfAFormSayNothing(String query) {
        assertThat(ViewState.parse(decode(query))).isEqualTo(ViewState.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "99999999999999999999"})
    void aPageThatIsNoneIsTheFirst(String page) {
        assertThat(ViewState.parse(Map.of("page", List.of(page))).table().page())
                .isEqualTo(1);
    }

    @Test
    void aHeadIsClickedThroughBothOrdersAndBackToNone() {
        TableState first = TableState.FIRST.sortedBy("CTR", true);
        TableState second = first.sortedBy("CTR", true);
        assertThat(first).isEqualTo(new TableState(Optional.of("CTR"), true, 1));
        assertThat(second).isEqualTo(new TableState(Optional.of("CTR"), false, 1));
        assertThat(second.sortedBy("CTR", true)).isEqualTo(TableState.FIRST);
    }

    @Test
    void theKeyOfAReportIsEncodedInItsPath() {
        assertThat(Urls.report(Section.REPORTS, "a b/c?d&\"", ViewState.EMPTY)).isEqualTo("/reports/a%20b/c%3Fd%26%22");
    }
}
