package com.cdhdashboard.core.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PegaTimeTest {
    @ParameterizedTest
    @CsvSource({
        "20210127T132203.201 GMT,           2021-01-27T13:22:03.201",
        "20210127T132203 GMT,               2021-01-27T13:22:03",
        "20210127T132203.2 GMT,             2021-01-27T13:22:03.2",
        "20210127T132203.123456789 GMT,     2021-01-27T13:22:03.123456",
        "20210127T132203.999999999 UTC,     2021-01-27T13:22:03.999999",
        "20210127T132203.201,               2021-01-27T13:22:03.201",
        "20210127T132203.201Z,              2021-01-27T13:22:03.201",
        "'  20210127T132203.201 GMT ',      2021-01-27T13:22:03.201",
        "20210127T132203.201 Europe/Berlin, 2021-01-27T12:22:03.201",
        "20210727T132203.201 Europe/Berlin, 2021-07-27T11:22:03.201",
        "20210127T003000.000 +02:00,        2021-01-26T22:30",
        "20240229T000000.000 GMT,           2024-02-29T00:00",
        "2021-01-27T13:22:03.201Z,          2021-01-27T13:22:03.201",
        "2021-01-27T13:22:03,               2021-01-27T13:22:03",
        "2021-01-27 13:22,                  2021-01-27T13:22",
        "2021-01-27 13:22:03.5 UTC,         2021-01-27T13:22:03.5",
        "2021-01-27T13:22:03+02:00,         2021-01-27T11:22:03",
        "2021-01-27T13:22:03-0330,          2021-01-27T16:52:03",
        "2021-01-27T13:22:03+02,            2021-01-27T11:22:03",
        "2021-01-27,                        2021-01-27T00:00",
        "1611753723201,                     2021-01-27T13:22:03.201",
        "-100000000000,                     1966-10-31T14:13:20",
    })
    void readsTimesAsUtc(String text, LocalDateTime time) {
        assertThat(PegaTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "abc",
                "20210127",
                "2021",
                "20210127132203",
                "20210230T000000.000 GMT",
                "20210127T252203.201 GMT",
                "20210127T132203. GMT",
                "20210127T132203.2019999999 GMT",
                "20210127T132203.201 Nowhere/City",
                "2021-02-30",
                "2021-01-27T13:22:03+99:00",
                "27.01.2021 13:22",
                "NaN",
            })
    void readsNothingFromWhatIsNoTime(String text) {
        assertThat(PegaTime.parse(text)).isEmpty();
    }
}
