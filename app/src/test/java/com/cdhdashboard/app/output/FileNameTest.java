package com.cdhdashboard.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.ingest.LoadedData;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    private static final LoadedData DATA = new LoadedData(
            1,
            9,
            Optional.of(LocalDate.of(2026, 10, 2)),
            Optional.of(LocalDate.of(2026, 11, 29)),
            Optional.empty(),
            Optional.empty(),
            List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Clicks by Channel             | attachment; filename=\"clicks-by-channel-2026-11-29.csv\"",
                "Customer's value (€)          | attachment; filename=\"customers-value-2026-11-29.csv\"",
                "../../etc/passwd              | attachment; filename=\"etc-passwd-2026-11-29.csv\"",
                "a\"; filename=\"b.exe         | attachment; filename=\"a-filename-b-exe-2026-11-29.csv\"",
                "Café in Straße                | attachment; filename=\"cafe-in-strasse-2026-11-29.csv\"; filename*=UTF-8''caf%C3%A9-in-stra%C3%9Fe-2026-11-29.csv",
                "İzmir ısı                     | attachment; filename=\"izmir-isi-2026-11-29.csv\"; filename*=UTF-8''i%CC%87zmir-%C4%B1s%C4%B1-2026-11-29.csv",
                "点击率                         | attachment; filename=\"2026-11-29.csv\"; filename*=UTF-8''%E7%82%B9%E5%87%BB%E7%8E%87-2026-11-29.csv",
                "`\u202e`                      | attachment; filename=\"report-2026-11-29.csv\"",
                "--- ... ---                   | attachment; filename=\"report-2026-11-29.csv\""
            })
    void aNameIsOfTheReportAndItsLastDay(String title, String header) {
        assertThat(FileName.of(title, DATA, List.of(), "csv").attachment()).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-15, rate-2026-11-01-to-2026-11-15.xlsx",
        "2026-11-01, , rate-2026-11-01-to-2026-11-29.xlsx",
        ", 2026-11-15, rate-2026-10-02-to-2026-11-15.xlsx",
        "2026-11-15, 2026-11-01, rate-2026-11-01-to-2026-11-15.xlsx",
        "\"../x\", 2026-11-15, rate-2026-11-29.xlsx"
    })
    void daysThatAreAskedForAreSaid(String from, String to, String name) {
        Filter range = new Filter.Range("Day", Optional.ofNullable(from), Optional.ofNullable(to));
        Filter other = new Filter.Range("Age", Optional.of("18"), Optional.empty());
        assertThat(FileName.of("Rate", DATA, List.of(other, range), "xlsx").name())
                .isEqualTo(name);
    }

    @Test
    void withoutDaysThereIsTheReportAlone() {
        assertThat(FileName.of("Rate", LoadedData.NOTHING, List.of(), "json").inline())
                .isEqualTo("inline; filename=\"rate.json\"");
    }

    @Test
    void aLongNameIsCut() {
        String name = FileName.of("\ud83d\ude00 𝒜".repeat(99) + "x", DATA, List.of(), "csv")
                .name();
        assertThat(name).hasSizeLessThan(200).endsWith("-2026-11-29.csv");
        assertThat(name.codePoints().filter(letter -> letter >= 0xd800 && letter < 0xe000))
                .isEmpty();
    }
}
