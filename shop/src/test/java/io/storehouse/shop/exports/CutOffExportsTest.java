package io.storehouse.shop.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CutOffExportsTest {
    private final CutOffExports filter = new CutOffExports();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/exports/orders", "/api/v1/transfers/customers"})
    void breaksTheConnectionOfAFileThatFailedAfterItsFirstRows(String path) {
        FilterChain file = (request, answer) -> {
            answer.getOutputStream().print("code,name\r\n");
            answer.flushBuffer();
            fail((HttpServletRequest) request, (HttpServletResponse) answer, new IllegalStateException("gone"));
        };

        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest("GET", path), response, file))
                .isInstanceOf(IOException.class)
                .hasMessage("Failed to export all of " + path);
    }

    @Test
    void leavesAFailureToTheAnswerWhileNothingHasLeft() {
        FilterChain file = (request, answer) -> {
            answer.setContentType("text/csv");
            fail((HttpServletRequest) request, (HttpServletResponse) answer, new IllegalStateException("gone"));
        };

        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest("GET", "/x"), response, file))
                .hasRootCauseMessage("gone");
        assertThat(response.getContentType()).isNull();
    }

    @Test
    void letsAWholeFilePass() {
        assertThatCode(() ->
                        filter.doFilter(new MockHttpServletRequest("GET", "/x"), response, (request, answer) -> {}))
                .doesNotThrowAnyException();
    }

    private static void fail(HttpServletRequest request, HttpServletResponse answer, Exception failure)
            throws ServletException {
        try {
            CutOffExports.cutOff(request, answer, failure);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
