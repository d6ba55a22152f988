package com.cdhdashboard.core.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTitleTest {
    @ParameterizedTest
    @CsvSource({
        "Channel, Channel",
        "PropensitySource, Propensity source",
        "ModelControlGroup, Model control group",
        "pyChannel, Channel",
        "pxInteractionID, Interaction ID",
        "pricePaid, Price paid",
        "Name, Action name",
        "ActionID, Action",
        "SubjectID, Subject ID",
        "rfm_segment, RFM segment",
        "customer_type, Customer type",
        "CUSTOMER_TYPE, Customer type",
        "CHANNELS, Channels",
        "CTRBand, CTR band",
        "Top3Offers, Top3 offers",
        "Outcome.Reason, Outcome reason",
        "Customer Type, Customer Type",
        "Größe, Größe",
        "straßeNummer, Straße nummer",
        "_, _",
        "'', ''",
    })
    void aNameIsSaidInWords(String name, String title) {
        assertThat(DimensionTitle.of(name)).isEqualTo(title);
    }
}
