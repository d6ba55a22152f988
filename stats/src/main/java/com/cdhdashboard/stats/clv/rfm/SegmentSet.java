package com.cdhdashboard.stats.clv.rfm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sets of segments that come with the product.
 *
 * <p>The three industries share one rule and differ in names. By the scores of recency, frequency and value:
 *
 * <ol>
 *   <li>best: all three are 4;
 *   <li>loyal: recency 3 or 4, frequency 3 or 4, value 2 or more, unless best;
 *   <li>growing: recency 3 or 4, frequency 2, value 2 or more;
 *   <li>at risk: recency 1 or 2, frequency and value 2 or more: good customers who stay away are at risk however good they
 *       were, so recency decides before frequency;
 *   <li>dormant: frequency 1 or value 1.
 * </ol>
 *
 * <p>The default set is a list of 47 codes known from the trade, with the 17 it leaves open filled in by one rule: who buys
 * often (frequency 3 or 4) and either lately (recency 3 or 4) or of some value (2 or more) is a repeat customer, everybody
 * else among the 17 is at risk.
 */
public enum SegmentSet {
    DEFAULT("default") {
        @Override
        public RfmSegments segments() {
            return RfmSegments.of(DEFAULT_CODES);
        }
    },
    RETAIL_BANKING("retail_banking") {
        @Override
        public RfmSegments segments() {
            return industry(
                    "Wealth Champions", "Premier Clients", "Growth Investors", "At-Risk Clients", "Dormant Accounts");
        }
    },
    TELCO("telco") {
        @Override
        public RfmSegments segments() {
            return industry(
                    "Platinum Subscribers",
                    "Engaged Subscribers",
                    "Potential Upsell Group",
                    "Churn Risk",
                    "Dormant Lines");
        }
    },
    E_COMMERCE("e-commerce") {
        @Override
        public RfmSegments segments() {
            return industry(
                    "Champions", "Repeat Buyers", "High-Potential Buyers", "At-Risk Shoppers", "Inactive Shoppers");
        }
    };

    private static final Map<String, List<String>> DEFAULT_CODES = defaultCodes();

    private final String key;

    SegmentSet(String key) {
        this.key = key;
    }

    /** How a configuration names it. */
    public String key() {
        return key;
    }

    public abstract RfmSegments segments();

    public static Optional<SegmentSet> of(String key) {
        return Arrays.stream(values()).filter(set -> set.key.equals(key)).findFirst();
    }

    private static RfmSegments industry(String... names) {
        return RfmSegments.of(List.of(names), SegmentSet::industryPlace);
    }

    private static int industryPlace(RfmCode code) {
        if (code.frequency() == 1 || code.monetary() == 1) {
            return 4;
        }
        if (code.recency() <= 2) {
            return 3;
        }
        if (code.frequency() == 2) {
            return 2;
        }
        return code.toString().equals("444") ? 0 : 1;
    }

    private static Map<String, List<String>> defaultCodes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put("Premium Customer", codes("333 334 343 344 433 434 443 444"));
        codes.put("Repeat Customer", codes("142 143 232 233 234 242 243 244 331 332 341 342 431 432 441 442"));
        codes.put("Top Spender", codes("124 133 134 144 224 313 314 323 324 413 414 423 424"));
        codes.put(
                "At Risk Customer",
                codes("121 122 123 131 132 141 212 213 214 221 222 223 231 241 312 321 322 412 421 422"));
        codes.put("Inactive Customer", codes("111 112 113 114 211 311 411"));
        return codes;
    }

    private static List<String> codes(String digits) {
        return List.of(digits.split(" "));
    }
}
