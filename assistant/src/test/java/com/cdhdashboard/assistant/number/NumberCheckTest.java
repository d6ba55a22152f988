package com.cdhdashboard.assistant.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.assistant.prose.ProseHtml;
import com.cdhdashboard.assistant.prose.ProseReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberCheckTest {
    private static final Facts FACTS = TestingFacts.facts();

    private static Checked check(String markdown) {
        return NumberCheck.check(ProseReader.read(markdown.replace("\\n", "\n")), FACTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Web has a click rate of 5 %.",
                "Web has 5.4 %.",
                "Web has 5.43\u00a0%, Email 2.94%.",
                "Web: 0.0543 or 0.054.",
                "14,865 interactions on Web",
                "14\u00a0865 interactions on Web",
                "14.865 Interaktionen sind es auf dem Kanal Web und das ist viel.",
                "Web liegt bei 5,43 %, mit 14.865 Interaktionen.",
                "About 15k interactions on Web",
                "14.9 thousand on Web",
                "Revenue of 1.2 million on Web, 1.23M or 1,234,567",
                "Web brachte 1,2 Mio. Umsatz, das ist viel und gut.",
                "Email's lift is \u22127.6 %.",
                "Email's lift is -7.63 percent.",
                "Email is 7.6 % lower.",
                "The rate fell by 1.6 percentage points.",
                "Der Wert ist um 1,57 Prozentpunkte gesunken.",
                "It is 2.6 times as high.",
                "It is 2.6x as high.",
                "It more than doubled.",
                "On Push 24/7 half of them respond.",
                "One of the three channels is best.",
                "Two channels, Web and Email, matter.",
                "Top 3 of them:\\n\\n1. Web\\n2. Email\\n3. Push 24/7",
                "1,259 rows count in no rate.",
                "On 20 December 2024 it was 4.1 %.",
                "On 2025-01-03 it was 3.9 %.",
                "Between December 20, 2024 and January 3, 2025",
                "Vom 20. Dezember 2024 bis 03.01.2025",
                "in Q4 2024, in January 2025, in 2024",
                "12/20/2024",
                "Gold 2024 beats 10 %, as you asked since 5 March 2023.",
                "p < 0.001 for Web",
                "p = 0.21 for Email",
                "with a confidence level of 95 %",
                "from 2.9 to 5.4 % for Email and Web",
                "2.9\u20135.4 % for Email and Web",
                "| Channel | CTR (%) | Count |\\n|---|---|---|\\n| Web | 5.4 | 14,865 |\\n| Email | 2.9 | 8,107 |",
                "Web comes 1st, Email 2nd.",
                "no numbers at all",
                "Web has 5.4 % and Email 2.9 %.",
                "5.4 % for Web, 2.9 % for Email",
                "Web's 5.4 % is above Email's 2.9 %.",
                "Web (5.4 %) is above Email (2.9 %), which comes last.",
                "Web and Email have 5.4 % and 2.9 %.",
                "Email, the weakest, has 2.9 %, while Web has 5.4 %.",
                "Email comes second, behind Web, with 2.9 %.",
                "Between Web at 5.4 % and Email at 2.9 % lie 14,865 interactions of Web.",
                "Web: CTR 5.4 %, Lift 78.6 %",
                "Web has a CTR of 5.4 % (Lift 78.6 %).",
                "The lift of Web is 78.6 %, at a click rate of 5.4 %.",
                "the second half of the list, one by one, no one",
                "Push 24/7 has 3 interactions.",
                "**5**.**4** % on Web",
                "\uff15.\uff14\uff05 on Web",
                "\u0665\u066b\u0664\u066a on Web",
            })
    void whatToolsAnsweredHolds(String text) {
        assertThat(check(text).unsupported()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Web has 5.0 %.",
                "Web has 5.5 %.",
                "Web has 5.44 %.",
                "Web has 6 %.",
                "Web has 0.05 %.",
                "Web has 5.43.",
                "14,866 interactions on Web",
                "14,8666,3100 interactions on Web",
                "14 866 interactions on Web",
                "15,000 interactions on Web",
                "16k on Web",
                "1.3 million on Web",
                "Email's lift is 7.6 %.",
                "Web's lift is \u221278.6 %.",
                "It rose by 7.6 % on Email.",
                "Email has 5.43 %.",
                "Web has 2.94 %.",
                "twelve thousand interactions on Web",
                "zw\u00f6lftausend Interaktionen",
                "nine hundred and one",
                "It tripled.",
                "A third of them respond.",
                "three quarters of them respond on Email",
                "thousands of customers",
                "eight channels do well",
                "four channels, Web and Email, matter",
                "On 21 December 2024 it was so.",
                "On 20 December 2024 it was 3.9 %.",
                "on 2024-12-21",
                "in Q3 2024",
                "in February 2025",
                "in 2023 alone",
                "a value of 99 %",
                "Web has 2.9 % and Email 5.4 %.",
                "5.4 % for Email, 2.9 % for Web",
                "Web's 5.4 % is above Email's 5.43 %.",
                "Web (2.9 %) is above Email (5.4 %).",
                "Lift of Web is 5.4 %.",
                "Web has a Lift of 5.4 %.",
                "Web: CTR 78.6 %, Lift 5.4 %",
                "99\\u0025",
                "\u00bd of them",
                "x\u00b3",
                "\u4e09\u5341 percent",
                "\u0417 % of them",
                "\uff19\uff19\uff05",
                "\u0669\u0669\u066a",
                "9\u200b9\u202e %",
                "9**9** %",
                "`99 %`",
                "[99 %](https://evil.example)",
                "<b>99 %</b>",
                "&#57;9 %",
                "9\\\\9 %",
                "Channel-999",
                "C-104704 is a customer",
                "p < 0.001 is 0.002 for Email",
                "| Channel | CTR (%) |\\n|---|---|\\n| Web | 2.9 |",
                "1/3 of them",
                "3:1",
                "4th of them",
                "1e6 of them",
                "0 % of Web",
                "100 % sure",
            })
    void whatNoToolAnsweredIsRefused(String text) {
        assertThat(check(text).unsupported()).isNotEmpty();
    }

    @Test
    void numbersLinkToRowAndColumn() {
        assertThat(ProseHtml.of(
                        check("Web has a CTR of **5.4 %** and Gold 2024 none.").prose()))
                .isEqualTo(
                        "<p>Web has a CTR of <strong><a class=\"number\" href=\"#q1\" data-row=\"0\" data-column=\"CTR\">"
                                + "5.4 %</a></strong> and Gold 2024 none.</p>");
    }

    @Test
    void reasonsSayWhatToMend() {
        assertThat(check("Email has 5.43 %. It rose by 7.6 % there. There were 77 days.")
                        .unsupported())
                .extracting(Unsupported::toString)
                .containsExactly(
                        "\"5.43 %\" in \"Email has 5.43 %.\": in the answer this number belongs to Channel Web, which the"
                                + " sentence does not name with it",
                        "\"7.6 %\" in \"It rose by 7.6 % there.\": the answer is negative; write the minus, or say that it"
                                + " fell or is lower",
                        "\"77\" in \"There were 77 days.\": no tool answered this number at this precision; use a number"
                                + " of an answer as it rounds, or ask a tool for it");
    }
}
