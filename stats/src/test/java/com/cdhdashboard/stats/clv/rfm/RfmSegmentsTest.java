package com.cdhdashboard.stats.clv.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RfmSegmentsTest {
    @ParameterizedTest
    @EnumSource
    void everyCodeHasOneOfFiveSegments(SegmentSet set) {
        RfmSegments segments = set.segments();
        assertThat(segments.names()).hasSize(5);
        assertThat(RfmCode.all())
                .hasSize(64)
                .allSatisfy(code -> assertThat(segments.segment(code)).isIn(segments.names()));
        assertThat(SegmentSet.of(set.key())).contains(set);
    }

    @Test
    void industriesDifferInNamesOnly() {
        for (RfmCode code : RfmCode.all()) {
            int place = place(SegmentSet.TELCO, code);
            assertThat(place(SegmentSet.RETAIL_BANKING, code)).isEqualTo(place);
            assertThat(place(SegmentSet.E_COMMERCE, code)).isEqualTo(place);
        }
        assertThat(SegmentSet.of("insurance")).isEmpty();
    }

    private static int place(SegmentSet set, RfmCode code) {
        return set.segments().names().indexOf(set.segments().segment(code));
    }

    @ParameterizedTest
    @CsvSource({
        "Platinum Subscribers, 1, 444",
        "Engaged Subscribers, 11, 332 333 334 342 343 344 432 433 434 442 443",
        "Potential Upsell Group, 6, 322 323 324 422 423 424",
        "Churn Risk, 18, 122 123 124 132 133 134 142 143 144 222 223 224 232 233 234 242 243 244",
    })
    void codesOfAnIndustry(String name, int count, String codes) {
        assertThat(codes(SegmentSet.TELCO, name)).isEqualTo(codes).hasSize(4 * count - 1);
    }

    @Test
    void dormantBoughtOnceOrForLittle() {
        for (RfmCode code : RfmCode.all()) {
            boolean dormant = SegmentSet.TELCO.segments().segment(code).equals("Dormant Lines");
            assertThat(dormant).as(code.toString()).isEqualTo(code.frequency() == 1 || code.monetary() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Premium Customer, 333 334 343 344 433 434 443 444",
        "Repeat Customer, 142 143 232 233 234 242 243 244 331 332 341 342 431 432 441 442",
        "Top Spender, 124 133 134 144 224 313 314 323 324 413 414 423 424",
        "At Risk Customer, 121 122 123 131 132 141 212 213 214 221 222 223 231 241 312 321 322 412 421 422",
        "Inactive Customer, 111 112 113 114 211 311 411"
    })
    void codesOfTheDefault(String name, String codes) {
        assertThat(codes(SegmentSet.DEFAULT, name)).isEqualTo(codes);
    }

    private static String codes(SegmentSet set, String name) {
        return RfmCode.all().stream()
                .filter(code -> set.segments().segment(code).equals(name))
                .map(RfmCode::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void ownSegmentsNameEveryCode() {
        RfmSegments segments = RfmSegments.of(Map.of("all", all()));
        assertThat(segments.names()).containsExactly("all");
        assertThat(segments.segment(new RfmCode(3, 1, 4))).isEqualTo("all");
    }

    @Test
    void allProblemsOfOwnSegmentsAreTold() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put("best", all().subList(2, 64));
        codes.put("lost", List.of("211", "45", "511"));
        codes.put(" ", List.of());

        List<String> problems = List.of(
                "\"45\" of segment \"lost\" is not a code: write three digits from 1 to 4, for recency, frequency and value",
                "\"511\" of segment \"lost\" is not a code: write three digits from 1 to 4, for recency, frequency and value",
                "a segment has no name",
                "code 211 is in more than one place: \"best\", \"lost\"; leave it in one",
                "no segment has the codes 111, 112; every code needs one");
        assertThat(RfmSegments.problems(codes)).isEqualTo(problems);
        assertThatThrownBy(() -> RfmSegments.of(codes)).hasMessage(String.join("\n", problems));
    }

    private static List<String> all() {
        return RfmCode.all().stream().map(RfmCode::toString).toList();
    }
}
