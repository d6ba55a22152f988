package com.cdhdashboard.app.sample;

import static com.cdhdashboard.app.sample.Fragment.member;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer that can be shown.
 *
 * @param logit the log-odds of a click where nothing else speaks for or against it
 * @param conversion the probability that a click is followed by a purchase
 * @param revenue the usual revenue of a purchase in cents; 0 where nothing is sold
 * @param json the members that name the action, ready to be written
 */
record Action(Group group, double logit, double conversion, int revenue, Fragment json) {

    /** The upper two levels of the taxonomy, and the product an offer of the group is about. */
    enum Group {
        CREDIT_CARDS("Sales", "CreditCards", "Credit card"),
        MORTGAGES("Sales", "Mortgages", "Mortgage"),
        LOANS("Sales", "Prêts", "Personal loan"),
        SAVINGS("Sales", "Savings", "Savings account"),
        LOYALTY("Retention", "Loyalty", "Loyalty"),
        WIN_BACK("Retention", "WinBack", "Loyalty"),
        ADVICE("Service", "Advice", null),
        SECURITY("Service", "Security", null);

        private final String issue;
        private final String label;
        private final @Nullable String product;

        Group(String issue, String label, @Nullable String product) {
            this.issue = issue;
            this.label = label;
            this.product = product;
        }

        private String modelType() {
            return this == MORTGAGES || this == SAVINGS || this == WIN_BACK || this == LOANS
                    ? "Conversion"
                    : "Engagement";
        }
    }

    /** All offers, most of them for sale. Some names hold what breaks careless programs: quotes, markup, commas. */
    static final List<Action> ALL = List.of(
            of(Group.CREDIT_CARDS, "Gold \"Plus\" <b>card</b>", 0.052, 0.16, 6_000),
            of(Group.CREDIT_CARDS, "Platinum Travel", 0.041, 0.14, 12_000),
            of(Group.CREDIT_CARDS, "Everyday Cashback", 0.060, 0.17, 3_500),
            of(Group.CREDIT_CARDS, "Student Card", 0.035, 0.18, 1_500),
            of(Group.MORTGAGES, "Fixed/10 years, 3.5 %", 0.024, 0.05, 95_000),
            of(Group.MORTGAGES, "Variable Rate", 0.020, 0.05, 80_000),
            of(Group.MORTGAGES, "First Home", 0.028, 0.06, 88_000),
            of(Group.LOANS, "Prêt étudiant", 0.031, 0.11, 18_000),
            of(Group.LOANS, "Prêt auto 100 % en ligne", 0.036, 0.10, 26_000),
            of(Group.SAVINGS, "Flexi Saver", 0.045, 0.20, 2_000),
            of(Group.SAVINGS, "Term Deposit 12M", 0.033, 0.12, 5_500),
            of(Group.SAVINGS, "Kids' Saver", 0.030, 0.15, 1_200),
            of(Group.LOYALTY, "Anniversary Bonus", 0.075, 0.22, 0),
            of(Group.LOYALTY, "Fee Waiver", 0.068, 0.24, 0),
            of(Group.WIN_BACK, "Welcome Back", 0.026, 0.08, 4_000),
            of(Group.WIN_BACK, "Rate Match", 0.029, 0.10, 5_000),
            of(Group.ADVICE, "Budget Check-up", 0.048, 0.08, 0),
            of(Group.ADVICE, "Paperless \\ Statements", 0.055, 0.12, 0),
            of(Group.SECURITY, "Two-factor sign-in", 0.064, 0.15, 0));

    private static Action of(Group group, String label, double clickRate, double conversion, int revenue) {
        String json = member("pyIssue", group.issue)
                + member("pyGroup", group.label)
                + member("pyName", label)
                + member("pyLabel", label)
                + member("Product", group.product)
                + member("ModelType", group.modelType());
        double logit = StrictMath.log(clickRate / (1 - clickRate));
        return new Action(group, logit, conversion, revenue, Fragment.of(json));
    }
}
