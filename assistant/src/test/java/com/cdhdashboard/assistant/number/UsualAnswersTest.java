package com.cdhdashboard.assistant.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.prose.ProseReader;
import com.cdhdashboard.assistant.tool.AskedData;
import com.cdhdashboard.assistant.tool.Tools;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as good models write them, over answers of real tools: the check must not be in their way. */
class UsualAnswersTest {
    private static Facts facts = Facts.builder().build();

    @BeforeAll
    static void ask() {
        Facts.Builder gathered = Facts.builder().said("Which channel is best, and how did it change?");
        int number = 1;
        for (List<String> call : List.of(
                List.of(
                        "query_metric",
                        "{\"metric\":\"engagement\",\"group_by\":[\"Channel\"],\"scores\":[\"CTR\",\"Lift\",\"Count\"]}"),
                List.of("query_metric", "{\"metric\":\"engagement\",\"scores\":[\"CTR\"]}"),
                List.of(
                        "query_metric",
                        "{\"metric\":\"engagement\",\"scores\":[\"CTR\"],\"period\":{\"from\":\"2024-12-23\",\"to\":\"2024-12-25\"},\"comparison\":{\"with\":\"previous_period\"}}"),
                List.of("data_health", "{}"),
                List.of("query_metric", "{\"metric\":\"engagement\",\"group_by\":[\"Day\"],\"scores\":[\"CTR\"]}"),
                List.of("query_customers", "{\"group_by\":[\"Arm\"]}"),
                List.of("query_metric", "{\"metric\":\"experiment\"}"),
                List.of(
                        "compute",
                        "{\"operation\":\"difference\",\"operands\":[{\"metric\":\"engagement\",\"score\":\"CTR\",\"filters\":[{\"dimension\":\"Channel\",\"is\":[\"Call Center\"]}]},{\"metric\":\"engagement\",\"score\":\"CTR\",\"filters\":[{\"dimension\":\"Channel\",\"is\":[\"Email\"]}]}]}"),
                List.of(
                        "compute",
                        "{\"operation\":\"ratio\",\"operands\":[{\"metric\":\"engagement\",\"score\":\"CTR\",\"filters\":[{\"dimension\":\"Channel\",\"is\":[\"Call Center\"]}]},{\"metric\":\"engagement\",\"score\":\"CTR\",\"filters\":[{\"dimension\":\"Channel\",\"is\":[\"Mobile\"]}]}]}"))) {
            gathered.answer("q" + number++, Tools.all().call(AskedData.shared().now(), call.get(0), call.get(1)));
        }
        facts = gathered.build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Call Center** has the highest click-through rate (CTR): 13.1 %, with a 95 % confidence interval from 10.0 % to 16.9 %, based on 375 interactions.",
                "Of the four channels, Call Center leads with 13 %, followed by Mobile (6.8 %), Web (4.0 %) and Email (2.3 %).",
                "| Channel | CTR | Interactions |\n|---|---|---|\n| Call Center | 13.1 % | 375 |\n| Mobile | 6.79 % | 2,299 |\n| Web | 3.96 % | 3,513 |\n| Email | 2.30 % | 1,521 |",
                "1. **Call Center**: 13.1 % (10.0\u201316.9 %)\n2. **Mobile**: 6.8 %\n3. **Web**: 4.0 %\n4. **Email**: 2.3 %",
                "Call Center hat mit 13,1 % die h\u00f6chste Klickrate, Email mit 2,3 % die niedrigste. Mobile folgt mit 2.299 Interaktionen.",
                "Le canal Call Center est le meilleur avec 13,1 %, et Email le dernier avec 2,3 %.",
                "Call Center beats Email by 10.8 percentage points.",
                "The rate of Call Center is 1.9 times that of Mobile.",
                "The data cover 20 to 25 December 2024.",
                "The data run from 2024-12-20 to 2024-12-25.",
                "28 rows count in no rate.",
                "Which one do you mean: *conversion* or *engagement*?",
                "The metrics are engagement and conversion; there is no metric of weather, so I cannot answer that.",
                "Between 23 and 25 December 2024 the rate changed compared with the three days before.",
            })
    void areShown(String text) {
        assertThat(NumberCheck.check(ProseReader.read(text), facts).unsupported())
                .extracting(Unsupported::toString)
                .isEmpty();
    }
}
