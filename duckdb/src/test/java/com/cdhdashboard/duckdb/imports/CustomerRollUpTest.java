package com.cdhdashboard.duckdb.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.cube.Column;
import com.cdhdashboard.core.cube.Filter;
import com.cdhdashboard.core.cube.Table;
import com.cdhdashboard.core.customer.CustomerColumn;
import com.cdhdashboard.core.customer.CustomerReader;
import com.cdhdashboard.core.customer.CustomerRollUp;
import com.cdhdashboard.core.customer.CustomerRollUp.Aggregate;
import com.cdhdashboard.core.customer.CustomerRollUp.Bin;
import com.cdhdashboard.core.customer.CustomerRollUp.Dimension;
import com.cdhdashboard.core.customer.CustomerRollUp.Grouping;
import com.cdhdashboard.core.customer.CustomerRollUp.Measure;
import com.cdhdashboard.core.customer.CustomerRollUp.Population;
import com.cdhdashboard.core.customer.CustomerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums and samples of five customers: frequencies 0, 1, 1, 2, 0; customer E is in both arms. */
class CustomerRollUpTest {
    private static final String[] PURCHASES = {
        "A,X,2024-01-01,10", "B,X,2024-01-01,20", "B,X,2024-01-11,40", "C,Y,2024-01-05,5", "C,Y,2024-01-06,7",
        "D,Y,2024-01-01,1", "D,Y,2024-01-02,2", "D,Y,2024-01-31,6", "E,X,2024-01-03,3", "E,Y,2024-01-03,4"
    };

    @TempDir
    private Path temp;

    private TestingHoldings store;
    private CustomerReader customers;

    @BeforeEach
    void fill() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String purchase : PURCHASES) {
            String[] values = purchase.split(",", -1);
            lines.append("{\"CustomerID\":\"" + values[0] + "\",\"Arm\":\"" + values[1] + "\",\"PurchasedDate\":\""
                    + values[2] + "\",\"OneTimeCost\":" + values[3] + "}\n");
        }
        Files.writeString(temp.resolve("log.json"), lines);
        store = new TestingHoldings(temp.resolve("store"), TestingHoldings.configuration(""));
        assertThat(store.add(temp.resolve("log.json")).complete()).isTrue();
        customers = store.customers();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Table rollUp(List<Grouping> groups, List<Measure> measures, Population population, Filter... filters) {
        return customers.rollUp(new CustomerRollUp("clv", groups, measures, List.of(filters), population));
    }

    private static Measure of(Aggregate aggregate, CustomerColumn column) {
        return new Measure(aggregate, column);
    }

    @Test
    void measuresOfAllAreThoseWorkedOutByHand() {
        Table all = rollUp(
                List.of(),
                List.of(
                        Measure.CUSTOMERS,
                        of(Aggregate.SUM, CustomerColumn.LIFETIME_VALUE),
                        of(Aggregate.SUM_OF_SQUARES, CustomerColumn.FREQUENCY),
                        of(Aggregate.MEAN, CustomerColumn.FREQUENCY),
                        of(Aggregate.GREATEST, CustomerColumn.RECENCY),
                        of(Aggregate.LOWER_QUARTILE, CustomerColumn.LIFETIME_VALUE),
                        of(Aggregate.MEDIAN, CustomerColumn.LIFETIME_VALUE)),
                Population.ALL);

        assertThat(all.columns())
                .extracting(Column::name)
                .containsExactly(
                        "customers_count",
                        "sum_lifetime_value",
                        "sum_of_squares_frequency",
                        "mean_frequency",
                        "greatest_recency",
                        "lower_quartile_lifetime_value",
                        "median_lifetime_value");
        assertThat(all.rows()).containsExactly(Arrays.asList(5L, 98.0, 6.0, 0.8, 30.0, 9.0, 10.0));
    }

    @Test
    void aCustomerOfTwoGroupsCountsInEach() {
        Table byArm = rollUp(List.of(new Dimension("Arm")), List.of(Measure.CUSTOMERS), Population.ALL);

        assertThat(byArm.rows()).containsExactly(Arrays.asList("X", 3L), Arrays.asList("Y", 3L));
    }

    @Test
    void binsIncludeTheirLowerEnd() {
        Table bins =
                rollUp(List.of(new Bin(CustomerColumn.RECENCY, 0, 10)), List.of(Measure.CUSTOMERS), Population.ALL);

        assertThat(bins.columns().get(0).name()).isEqualTo("recency_bin");
        assertThat(bins.rows()).containsExactly(Arrays.asList(0L, 3L), Arrays.asList(1L, 1L), Arrays.asList(3L, 1L));
    }

    @Test
    void repeatBuyersAloneHaveAMonetaryValue() {
        Table mean = rollUp(
                List.of(),
                List.of(Measure.CUSTOMERS, of(Aggregate.MEAN, CustomerColumn.MONETARY_VALUE)),
                Population.REPEAT_BUYERS);

        assertThat(mean.rows()).containsExactly(Arrays.asList(3L, (40.0 + 7 + 4) / 3));
    }

    @Test
    void nobodyHasNoMean() {
        Filter nobody = Filter.In.of("Arm", List.of(Optional.of("Z")));
        Table none = rollUp(
                List.of(),
                List.of(Measure.CUSTOMERS, of(Aggregate.MEAN, CustomerColumn.FREQUENCY)),
                Population.ALL,
                nobody);

        assertThat(none.rows()).containsExactly(Arrays.asList(0L, null));
    }

    private Table sample(int size, long seed) {
        return customers.sample(new CustomerSample(
                "clv",
                List.of("frequency", "rfm_segment"),
                List.of(),
                Population.ALL,
                new CustomerSample.Draw(size, seed)));
    }

    @Test
    void aSeedDrawsTheSameCustomersAgain() {
        assertThat(sample(3, 7).rows()).hasSize(3).isEqualTo(sample(3, 7).rows());
        assertThat(sample(3, 7).columns())
                .extracting(Column::name)
                .containsExactly("CustomerID", "frequency", "rfm_segment");
    }

    @Test
    void aSampleOfMoreThanThereAreHasEverybodyOnce() {
        assertThat(sample(100, 1).rows())
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("A", "B", "C", "D", "E");
    }

    /** Among so many only a part of the customers is sorted; the draw of more customers begins with that of fewer. */
    @Test
    void aSmallDrawAmongManyIsThePartOfALargerOne() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("{\"CustomerID\":\"N" + i + "\",\"Arm\":\"" + (i % 2 == 0 ? "X" : "Y")
                    + "\",\"PurchasedDate\":\"2024-01-01\",\"OneTimeCost\":1}\n");
        }
        Files.writeString(temp.resolve("more.json"), lines);
        assertThat(store.add(temp.resolve("more.json")).complete()).isTrue();
        customers = store.customers();

        assertThat(sample(20, 7).rows())
                .hasSize(20)
                .isEqualTo(sample(5_005, 7).rows().subList(0, 20));
        assertThat(sample(20, 8).rows()).isNotEqualTo(sample(20, 7).rows());
        Filter arm = Filter.In.of("Arm", List.of(Optional.of("Y")));
        CustomerSample onlyY =
                new CustomerSample("clv", List.of("Arm"), List.of(arm), Population.ALL, new CustomerSample.Draw(20, 7));
        assertThat(customers.sample(onlyY).rows())
                .hasSize(20)
                .extracting(row -> row.get(1))
                .containsOnly("Y");
    }

    @Test
    void anAnswerThatIsRememberedIsThatOfItsOwnQuestion() {
        Filter x = Filter.In.of("Arm", List.of(Optional.of("X")));
        Table all = customers.aggregates("clv", List.of("Arm"), List.of());
        Table one = customers.aggregates("clv", List.of("Arm"), List.of(x));

        assertThat(all.rows()).hasSize(2);
        assertThat(one.rows()).hasSize(1).isEqualTo(all.rows().subList(0, 1));
        assertThat(customers.aggregates("clv", List.of("Arm"), List.of())).isEqualTo(all);
        assertThat(customers.values("clv", "Arm", List.of(x))).hasSize(1);
        assertThat(customers.values("clv", "Arm", List.of())).hasSize(2);
    }
}
