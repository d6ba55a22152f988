package com.cdhdashboard.duckdb.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.row.PegaTime;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
import com.cdhdashboard.duckdb.imports.column.CastSql;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine reads times as {@link PegaTime} does, where it reads them at all; what it leaves is read row by row. */
class TimeSqlTest {
    private static Session session;

    @BeforeAll
    static void open() {
        session = Session.open("jdbc:duckdb:", new Properties());
        session.run("SET TimeZone = 'UTC'");
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static Optional<LocalDateTime> read(String literal, ValueType type) {
        return session.first(
                        "SELECT " + TimeSql.timestamp("t", type) + " FROM (SELECT " + literal + " AS t)",
                        row -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20210127T132203.201 GMT",
                "20210127T132203 GMT",
                "20210127T132203.2 GMT",
                "20210127T132203.201345678 UTC",
                "20210127T132203.201",
                "2021-01-27T13:22:03.201Z",
                "2021-01-27T13:22:03+02:00",
                "2021-01-27 13:22:03",
                "2021-01-27",
                "1611753723201",
                "-1611753723201",
                "1611753723",
                "-1611753723",
                "100000000",
                "9999999999",
                "10000000000",
                "9999999999999",
                "1611753723201345",
                "1611753723201345999",
                "-1611753723201345001",
                "1611753723.0",
                "1611753723.",
                "1611753723.5",
                "-1611753723.5",
                "1611753723.1234567",
                "-1611753723.1234567",
                "1.611753723E9",
                "16117537230e-1",
                "9999999999.999999999",
                "1611753723201.9999",
                "1611753723201345.9",
                "1.611753723201345999e18",
                "20210127T235959.9999999 GMT",
                "20210127T235959.999999999 GMT",
                "2021-01-27T23:59:59.99999999Z",
                "2021-01-27 23:59:59.999999999",
                "1969-12-31T23:59:59.999999999+00:00"
            })
    void readsTextAsElsewhere(String text) {
        assertThat(read(Sql.text(text), ValueType.TEXT)).isPresent().isEqualTo(PegaTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "20210127",
                "20211327T132203.201 GMT",
                "2021-02-30",
                "12",
                "",
                "20210127.5",
                "1e40",
                "1.5e3",
                "9.3e18"
            })
    void leavesWhatIsNoTime(String text) {
        assertThat(read(Sql.text(text), ValueType.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                12,
                99_999_999L,
                10_000_000_000_000L,
                20_210_127_132_203L,
                999_999_999_999_999L,
                10_000_000_000_000_000L,
                999_999_999_999_999_999L,
                Long.MIN_VALUE,
                -1_611_753_723L,
                1_611_753_723L,
                1_611_753_723_201L,
                1_611_753_723_201_345L,
                1_611_753_723_201_345_999L
            })
    void readsNumbersAsTheirDigits(long number) {
        Optional<LocalDateTime> time =
                read("CAST(" + Sql.text(String.valueOf(number)) + " AS BIGINT)", ValueType.INTEGER);
        assertThat(time).isEqualTo(PegaTime.parse(String.valueOf(number)));
        assertThat(read(Sql.text(String.valueOf(number)), ValueType.TEXT)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP_NS, TIMESTAMP, 2021-01-27 23:59:59.999999999, 2021-01-27T23:59:59.999999",
        "TIMESTAMP_NS, TIMESTAMP, 1969-12-31 23:59:59.999999999, 1969-12-31T23:59:59.999999",
        "TIMESTAMPTZ_NS, TIMESTAMP, 2021-01-28 01:59:59.999999999+02, 2021-01-27T23:59:59.999999",
        "TIMESTAMP WITH TIME ZONE, TIMESTAMP, 2021-01-28 01:59:59.5+02, 2021-01-27T23:59:59.5",
        "TIMESTAMP_MS, TIMESTAMP, 2021-01-27 23:59:59.999, 2021-01-27T23:59:59.999",
        "DATE, TIMESTAMP, 2021-01-27, 2021-01-27T00:00",
    })
    void cutsTypedTimes(String engineType, ValueType type, String text, LocalDateTime expected) {
        String value = "CAST(" + Sql.text(text) + " AS " + engineType + ")";
        assertThat(read(CastSql.of(value, engineType, type).exact("x"), type)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP '2021-01-27 13:22:03', TIMESTAMP, 2021-01-27T13:22:03",
        "DATE '2021-01-27', DATE, 2021-01-27T00:00:00",
        "CAST(1611753723201 AS BIGINT), INTEGER, 2021-01-27T13:22:03.201",
        "CAST(1611753723201 AS DOUBLE), NUMBER, 2021-01-27T13:22:03.201",
        "CAST(1611753723 AS DOUBLE), NUMBER, 2021-01-27T13:22:03",
        "CAST(1611753723.201 AS DOUBLE), NUMBER, 2021-01-27T13:22:03.201",
        "CAST(1611753723201.999 AS DOUBLE), NUMBER, 2021-01-27T13:22:03.201999",
        "CAST(1611753723201345999 AS DOUBLE), NUMBER, 2021-01-27T13:22:03.201346"
    })
    void readsTypedColumns(String literal, ValueType type, LocalDateTime expected) {
        assertThat(read(literal, type)).hasValue(expected);
    }
}
