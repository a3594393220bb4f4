package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.problems.ShopException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "96385074",
                "73513537",
                "036000291452",
                "4006381333931",
                "6901234567892",
                "10614141000415",
                "2112345",
                "SHELF-7"
            })
    void takesCodesWhoseCheckDigitIsRight(String code) {
        assertThat(Barcode.of(" " + code + " ", null).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"96385075", "036000291453", "4006381333930", "4006381333391", "10614141000416"})
    void refusesCodesWhoseCheckDigitIsWrong(String code) {
        assertThatThrownBy(() -> Barcode.of(code, null))
                .isInstanceOf(ShopException.class)
                .hasMessageContaining("check digit");
    }

    @Test
    void everySingleWrongDigitIsNoticed() {
        String right = "6901234567892";
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String code = right.substring(0, at) + digit + right.substring(at + 1);
                assertThat(Barcode.isChecked(code)).as(code).isEqualTo(code.equals(right));
            }
        }
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> Barcode.of(" ", null)).hasMessageStartingWith("Invalid bar code");
        assertThatThrownBy(() -> Barcode.of("X".repeat(65), null)).hasMessageStartingWith("Invalid bar code");
    }
}
