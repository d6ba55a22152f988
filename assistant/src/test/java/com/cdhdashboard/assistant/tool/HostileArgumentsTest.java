package com.cdhdashboard.assistant.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cdhdashboard.assistant.question.ArgumentCheck;
import com.cdhdashboard.core.error.UserException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model or a program may send that no tool takes; nothing of it reaches the data. */
class HostileArgumentsTest {
    private static final String QUERY = "query_metric";

    static List<Arguments> refused() {
        return List.of(
                Arguments.of(
                        "{'grup_by':[]}", "\"grup_by\" is not an argument of query_metric; did you mean \"group_by\"?"),
                Arguments.of(
                        "{'sql':'DROP TABLE cells'}", "\"sql\" is not an argument of query_metric; there are metric, "),
                Arguments.of("{'metric':5}", "metric is 5; a text in quotes is expected"),
                Arguments.of("{'metric':{'$ne':1}}", "metric is an object; a text in quotes is expected"),
                Arguments.of(
                        "{'metric':'m','limit':'ten'}", "limit is \"ten\"; a whole number from 1 to 500 is expected"),
                Arguments.of("{'metric':'m','limit':0}", "limit is 0; a whole number from 1 to 500 is expected"),
                Arguments.of("{'metric':'m','limit':501}", "limit is 501; a whole number from 1 to 500 is expected"),
                Arguments.of("{'metric':'m','limit':1.5}", "limit is 1.5; a whole number from 1 to 500 is expected"),
                Arguments.of(
                        "{'metric':'m','limit':99999999999999999999}",
                        "limit is 99999999999999999999; a whole number from 1 to 500 is expected"),
                Arguments.of(
                        "{'metric':'m','group_by':'Channel'}",
                        "group_by is \"Channel\"; a list of texts is expected, such as [\"Channel\"]"),
                Arguments.of(
                        "{'metric':'m','group_by':[['Channel']]}",
                        "group_by[0] is a list; a text in quotes is expected"),
                Arguments.of(
                        "{'metric':'m','filters':{'Channel':'Web'}}",
                        "filters is an object; a list is expected, in brackets"),
                Arguments.of(
                        "{'metric':'m','filters':[{'is':['Web']}]}",
                        "filters[0].dimension is missing: dimension of the metric"),
                Arguments.of(
                        "{'metric':'m','filters':[{'dimension':'D','equals':'x'}]}",
                        "\"equals\" is not an argument of filters[0]; there are dimension, is, is_not, from, to, contains"),
                Arguments.of(
                        "{'metric':'m','comparison':{'with':'last'}}",
                        "comparison.with is \"last\"; allowed are previous_period, year_before, period"),
                Arguments.of(
                        "{'metric':'" + "m".repeat(501) + "'}", "metric has 501 characters; at most 500 are allowed"),
                Arguments.of(
                        "{'metric':'m','group_by':[" + "'x',".repeat(100) + "'x']}",
                        "group_by has 101 entries; at most 100 are allowed"),
                Arguments.of("{'a':1,'b':1,'c':1,'d':1,'e':1,'f':1,'g':1}", "and 3 more problems"),
                Arguments.of("null", "the arguments of query_metric are null; a JSON object is expected, such as {}"),
                Arguments.of(
                        "{'metric':'m'} {'metric':'m'}", "the arguments of query_metric are no JSON object at line 1"),
                Arguments.of(
                        "{'metric':'m','metric':'n'}", "the arguments of query_metric are no JSON object at line 1"),
                Arguments.of("{metric:1}", "the arguments of query_metric are no JSON object at line 1, column 2"),
                Arguments.of("[".repeat(5000), "the arguments of query_metric are no JSON object"),
                Arguments.of("{'metric':" + "[".repeat(30) + "]".repeat(30) + "}", "at most 20 levels deep"),
                Arguments.of(
                        "x".repeat(10 << 20),
                        "the arguments of query_metric have 10485760 characters; at most 65536 are read. Ask for less at once"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isSaidWithWhatIsAllowed(String arguments, String message) {
        assertThatThrownBy(
                        () -> ArgumentCheck.read(QUERY, new QueryMetric().parameters(), arguments.replace('\'', '"')))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNullIsLeftOut() {
        assertThat(ArgumentCheck.read(
                                QUERY,
                                new QueryMetric().parameters(),
                                "{\"metric\":\"m\",\"limit\":null,\"comparison\":null}")
                        .toString())
                .isEqualTo("{\"metric\":\"m\"}");
        assertThat(ArgumentCheck.read("data_health", new ListMetrics().parameters(), " ")
                        .isEmpty())
                .isTrue();
    }
}
