package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.ValueType;
import com.cdhdashboard.core.ingest.PegaTime;
import com.cdhdashboard.duckdb.Session;
import com.cdhdashboard.duckdb.Sql;
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
                "-1611753723201"
            })
    void readsTextAsElsewhere(String text) {
        assertThat(read(Sql.text(text), ValueType.TEXT)).isPresent().isEqualTo(PegaTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "20210127", "20211327T132203.201 GMT", "2021-02-30", "12", ""})
    void leavesWhatIsNoTime(String text) {
        assertThat(read(Sql.text(text), ValueType.TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP '2021-01-27 13:22:03', TIMESTAMP, 2021-01-27T13:22:03",
        "DATE '2021-01-27', DATE, 2021-01-27T00:00:00",
        "CAST(1611753723201 AS BIGINT), INTEGER, 2021-01-27T13:22:03.201",
        "CAST(1611753723201 AS DOUBLE), NUMBER, 2021-01-27T13:22:03.201"
    })
    void readsTypedColumns(String literal, ValueType type, LocalDateTime expected) {
        assertThat(read(literal, type)).hasValue(expected);
    }
}
