package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same number of the demo reads the same wherever it stands. */
@ExtendWith(OnceForAll.class)
class NumbersAgreeTest {
    @Test
    void cellsHoversCardsAndExplanationsWriteANumberInOneWay(Demo demo) throws Exception {
        HttpApi api = new HttpApi(demo.url());
        Map<String, Integer> compared = new LinkedHashMap<>();
        for (JsonNode entry : api.json("/api/v1/reports")) {
            compared.put(entry.get("key").asText(), new NumbersOfReport(api, entry).compare());
        }
        assertThat(compared.size()).isGreaterThan(20);
        assertThat(compared.values().stream().mapToInt(Integer::intValue).sum())
                .as("%s", compared)
                .isGreaterThan(1000);
    }

    @Test
    void cardsOfTheDashboardSayTheirValueInTheirDefinition(Demo demo) throws Exception {
        for (JsonNode card : new HttpApi(demo.url()).json("/dashboard.json").get("cards")) {
            assertThat(card.get("definition").asText())
                    .contains(card.get("value").asText().replace(" bits", "").replaceAll("^–$", ""));
        }
    }
}
