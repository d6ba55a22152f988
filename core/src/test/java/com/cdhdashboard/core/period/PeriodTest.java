package com.cdhdashboard.core.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.ValueType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Column DAY = Column.dimension("Day", ValueType.DATE);
    private static final Column MONTH = Column.dimension("Month", ValueType.TEXT);
    private static final Column CHANNEL = Column.dimension("Channel", ValueType.TEXT);
    private static final Filter WEB = Filter.In.of("Channel", List.of(Optional.of("Web")));

    private static Filter range(String dimension, String from, String to) {
        return new Filter.Range(dimension, end(from), end(to));
    }

    private static Optional<String> end(String text) {
        return Optional.of(text).filter(each -> !each.equals("-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "last7  | 2024-12-31 | 25–31 Dec 2024",
                "last28 | 2024-12-31 | 4–31 Dec 2024",
                "last90 | 2025-01-11 | 14 Oct 2024 – 11 Jan 2025",
                "last28 | 2024-03-01 | 3 Feb – 1 Mar 2024",
                "month  | 2025-01-01 | 1 Jan 2025",
                "month  | 2025-01-11 | 1–11 Jan 2025",
                "lastmonth | 2025-01-11 | 1–31 Dec 2024",
                "lastmonth | 2025-01-31 | 1–31 Dec 2024",
                "lastmonth | 2024-03-01 | 1–29 Feb 2024",
                "lastmonth | 2023-03-31 | 1–28 Feb 2023"
            })
    void presetsEndOnTheLastDayOfTheData(String key, LocalDate last, String days) {
        assertThat(Preset.of(key).orElseThrow().upTo(last).text()).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31", "0000-12-31", "-999999999-01-01", "+10000-01-01"})
    void yearsThatAreNotReckonedWithAreRefused(String day) {
        String message = "\"" + day + "\" in Day is no day of the years 1 to 9999";
        assertThatThrownBy(() -> Period.in(List.of(range("Day", day, "-")))).hasMessage(message);
        assertThatThrownBy(() -> Period.in(List.of(range("Day", "2024-12-01", day))))
                .hasMessage(message);
    }

    @Test
    void anAddressCanSayEveryPresetAndAllDays() {
        assertThat(Preset.keys()).containsExactly("last7", "last28", "last90", "month", "lastmonth", "all");
        assertThat(Preset.of("all")).isEmpty();
        assertThat(Stream.of(Preset.values()).map(Preset::key).toList())
                .isEqualTo(Preset.keys().subList(0, Preset.values().length));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-12-04 | 2024-12-31 | 4–31 Dec 2024",
                "2024-12-31 | 2024-12-04 | 4–31 Dec 2024",
                "2024-12-04 | -          | from 4 Dec 2024",
                "-          | 2024-12-31 | to 31 Dec 2024",
                "2024-11-04 | 2024-12-31 | 4 Nov – 31 Dec 2024"
            })
    void theEarlierEndIsTheFirst(String from, String to, String text) {
        assertThat(Period.in(List.of(WEB, range("Day", from, to))).map(Period::text))
                .contains(text);
    }

    @Test
    void anEndBeforeTheBeginningIsTurnedAndSaid() {
        List<Filter> turned = List.of(WEB, range("Day", "2024-12-31", "2024-12-04"));
        assertThat(Period.ordered(turned)).containsExactly(WEB, range("Day", "2024-12-04", "2024-12-31"));
        assertThat(Period.turned(turned))
                .contains("The period was said with its last day first. It is taken as 4–31 Dec 2024.");
        assertThat(Period.turned(Period.ordered(turned))).isEmpty();
        assertThatThrownBy(() ->
                        new Period(Optional.of(LocalDate.of(2024, 12, 31)), Optional.of(LocalDate.of(2024, 12, 4))))
                .hasMessage("2024-12-31 is after 2024-12-04");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-12-01 | 2024-12-31 | The data reach from 15 Dec 2024 to 8 Jan 2025, so they hold 1–31 Dec 2024 only in part.",
                "2025-01-01 | 2025-01-31 | The data reach from 15 Dec 2024 to 8 Jan 2025, so they hold 1–31 Jan 2025 only in part.",
                "2024-11-01 | 2024-11-30 | The data reach from 15 Dec 2024 to 8 Jan 2025; they hold nothing of 1–30 Nov 2024.",
                "2025-01-09 | -          | The data reach from 15 Dec 2024 to 8 Jan 2025; they hold nothing from 9 Jan 2025.",
                "2024-12-15 | 2025-01-08 | -",
                "-          | 2025-01-08 | -"
            })
    void aPeriodThatDataHoldOnlyInPartIsSaid(String from, String to, String said) {
        List<LocalDate> days = List.of(LocalDate.of(2025, 1, 8), LocalDate.of(2024, 12, 15));
        assertThat(Period.partly(List.of(WEB, range("Day", from, to)), days)).isEqualTo(end(said));
        assertThat(Period.partly(List.of(WEB), days)).isEmpty();
        assertThat(Period.partly(List.of(range("Day", from, to)), List.of())).isEmpty();
    }

    @Test
    void whatIsNoDayIsLeftToWhoeverReadsDays() {
        List<Filter> none = List.of(range("Day", "yesterday", "2024-12-04"));
        assertThat(Period.in(none)).isEmpty();
        assertThat(Period.ordered(none)).isEqualTo(none);
        assertThat(Period.in(List.of(Filter.In.of("Day", List.of(Optional.of("2024-12-04"))))))
                .isEmpty();
    }

    @Test
    void dataTakeAPeriodByDayOrByWholeMonthsOrNotAtAll() {
        List<Filter> month = List.of(WEB, range("Day", "2024-12-01", "2024-12-31"));
        assertThat(Period.within(List.of(DAY, CHANNEL), month)).isEqualTo(month);
        assertThat(Period.within(List.of(MONTH, CHANNEL), month))
                .containsExactly(WEB, range("Month", "2024-12", "2024-12"));
        assertThat(Period.within(List.of(CHANNEL), month)).containsExactly(WEB);
        List<Filter> part = List.of(range("Day", "2024-12-02", "2024-12-31"));
        assertThat(Period.within(List.of(MONTH), part)).isEmpty();
        assertThat(Period.within(List.of(MONTH), List.of(range("Day", "2024-12-01", "-"))))
                .containsExactly(range("Month", "2024-12", "-"));
    }

    @Test
    void asLongAPeriodIsBefore() {
        assertThat(Preset.LAST_28.upTo(LocalDate.of(2024, 12, 31)).before().map(Period::text))
                .contains("6 Nov – 3 Dec 2024");
        assertThat(Period.in(List.of(range("Day", "2024-12-04", "-"))).flatMap(Period::before))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-12-25 | 2024-12-31 | -     | -          | -          | 18–24 Dec 2024",
                "2024-12-01 | 2024-12-31 | -     | -          | -          | 1–30 Nov 2024",
                "2024-03-01 | 2024-04-30 | -     | -          | -          | 1 Jan – 29 Feb 2024",
                "2024-12-01 | 2024-12-11 | month | -          | -          | 1–11 Nov 2024",
                "2024-03-01 | 2024-03-30 | month | -          | -          | 1–29 Feb 2024",
                "2024-11-01 | 2024-11-30 | month | -          | -          | 1–31 Oct 2024",
                "2024-12-25 | 2024-12-31 | -     | 2024-12-01 | -          | 1–7 Dec 2024",
                "2024-12-25 | 2024-12-31 | -     | -          | 2024-12-07 | 1–7 Dec 2024",
                "2024-12-25 | 2024-12-31 | -     | 2024-12-09 | 2024-12-02 | 2–9 Dec 2024",
                "2024-12-25 | 2024-12-31 | -     | 2024-12-25 | -          | -",
                "2024-12-25 | -          | -     | -          | -          | -"
            })
    void aPeriodIsComparedWithTheOneBeforeOrWithDaysThatAreSaid(
            String from, String to, String preset, String otherFrom, String otherTo, String text) {
        ComparedWith with = new ComparedWith(
                end(otherFrom).map(LocalDate::parse), end(otherTo).map(LocalDate::parse));
        Optional<Period> shown = Period.in(List.of(range("Day", from, to)));
        assertThat(with.of(shown, Preset.of(preset))
                        .map(periods -> periods.other().text()))
                .isEqualTo(end(text));
    }
}
