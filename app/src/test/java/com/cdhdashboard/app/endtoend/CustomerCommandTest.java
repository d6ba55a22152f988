package com.cdhdashboard.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.app.start.InstalledProgram;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers as the command line gives them. */
class CustomerCommandTest {
    private static HoldingsStore store;

    @BeforeAll
    static void importHoldings(@TempDir Path folder) throws Exception {
        store = HoldingsStore.fill(folder, HoldingsStore.CONFIGURATION, Optional.of(HoldingsStore.someHoldings()));
    }

    @Test
    void rowsAreAnsweredWithANoteOfThoseLeftOver() {
        InstalledProgram.Outcome json =
                store.query("--format", "json", "--filter", "Arm=Control", "--sort=-frequency", "--limit", "1");
        assertThat(json.code()).as(json.err()).isZero();
        assertThat(json.out())
                .isEqualTo("[\n{\"CustomerID\":\"D\",\"Arm\":\"Control\",\"first_purchase\":\"2024-01-01\","
                        + "\"last_purchase\":\"2024-01-31\",\"unique_holdings\":3,\"frequency\":2,\"recency\":30,"
                        + "\"tenure\":30,\"monetary_value\":4.0,\"lifetime_value\":9.0,\"days_since_last\":0,"
                        + "\"r_quartile\":4,\"f_quartile\":4,\"m_quartile\":4,\"rfm_score\":4.0,"
                        + "\"rfm_segment\":\"Premium Customer\"}\n]\n");
        assertThat(json.err().strip()).isEqualTo("Note: 1 of 2 rows; --offset 1 has the next ones.");
    }

    @Test
    void csvIsSafeInSpreadsheets() {
        assertThat(store.query("--format", "csv", "--search", "=s").out())
                .isEqualTo("CustomerID,Arm,first_purchase,last_purchase,unique_holdings,frequency,recency,tenure,"
                        + "monetary_value,lifetime_value,days_since_last,r_quartile,f_quartile,m_quartile,rfm_score,"
                        + "rfm_segment\r\n'=SUM(1),\"<b>&\"\"x\"\"\",2024-01-03,2024-01-03,1,0,0,28,0.0,3.0,28,1,1,1,1.0,"
                        + "Inactive Customer\r\n");
    }

    @Test
    void aTableIsForPeople() {
        InstalledProgram.Outcome table = store.query("--group-by", "Arm", "--filter", "Arm=Control,(missing)");
        assertThat(table.out().replace("\r", "").lines().map(line -> line.substring(0, 77)))
                .containsExactly(
                        "Arm        customers_count  repeat_customers  unique_holdings  lifetime_value",
                        "---------  ---------------  ----------------  ---------------  --------------",
                        "Control                  2                 2                5              21",
                        "(missing)                1                 0                1               3");
        assertThat(table.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--limit 20000           | limit is \"20000\", but must be a whole number from 0 to 10000.",
                "--offset x              | offset is \"x\", but must be a whole number from 0.",
                "--group-by Armm         | \"Armm\" is not a dimension of clv; its dimensions are Arm, rfm_segment.",
                "--filter Channel=Web    | \"Channel\" is not a dimension of clv; its dimensions are Arm, rfm_segment.",
                "--group-by Arm --limit 5 | limit, offset, sort and search choose among customers; leave them out where the answer is one row a group.",
                "--scores frequency      | metric \"clv\" is over product holdings and always answers all columns; leave out --scores and --property.",
                "--property Propensity   | metric \"clv\" is over product holdings and always answers all columns; leave out --scores and --property."
            })
    void mistakesAreSaid(String options, String message) {
        InstalledProgram.Outcome outcome = store.query(options.strip().split(" "));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().strip()).isEqualTo("cdhdashboard: " + message);
        assertThat(outcome.out()).isEmpty();
    }
}
