package io.storehouse.shop.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;

/** The pages of a list one after the other, each asked of the list's own controller as the caller would ask. */
final class ListPages {
    static final String LIMIT = "limit";

    private final ExportedList list;
    private final InvocableHandlerMethod method;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, String> place = new HashMap<>();
    private final String limit;
    private boolean ended;

    ListPages(
            ExportedList list,
            InvocableHandlerMethod method,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.list = list;
        this.method = method;
        this.request = request;
        this.response = response;
        this.limit = longestPage(method);
    }

    /** The next rows; none at the end. */
    List<JsonNode> next(RowColumns columns) throws Exception {
        if (ended) {
            return List.of();
        }
        Object page = method.invokeForRequest(
                new ServletWebRequest(new Page(request), response), new ModelAndViewContainer());
        if (!(page instanceof List<?> rows)) {
            throw new IllegalStateException("Not a list: " + list.path());
        }
        List<JsonNode> found = rows.stream().map(columns::tree).toList();
        if (list.cursors().isEmpty()) {
            ended = true;
            return found;
        }
        // a list that answers one page again, whichever is asked for, was whole at the first
        ended = found.isEmpty() || !goesOn(found.get(found.size() - 1));
        return ended ? List.of() : found;
    }

    private boolean goesOn(JsonNode last) {
        Map<String, String> next = new HashMap<>();
        list.cursors().forEach((parameter, member) -> {
            JsonNode value = last.path(member);
            if (!value.isValueNode() || value.isNull()) {
                throw new IllegalStateException("A row of " + list.path() + " has no " + member);
            }
            next.put(parameter, value.asString());
        });
        boolean further = !next.equals(place);
        place.putAll(next);
        return further;
    }

    private static String longestPage(InvocableHandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> LIMIT.equals(parameter.getParameterName()))
                .map(parameter -> parameter.getParameterAnnotation(Max.class))
                .filter(java.util.Objects::nonNull)
                .map(most -> Long.toString(most.value()))
                .findFirst()
                .orElse("");
    }

    /** The caller's request, for the page at this place. */
    private final class Page extends HttpServletRequestWrapper {
        Page(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            if (name.equals(LIMIT)) {
                return limit.isEmpty() ? null : new String[] {limit};
            }
            if (list.cursors().containsKey(name)) {
                String value = place.get(name);
                return value == null ? null : new String[] {value};
            }
            return super.getParameterValues(name);
        }
    }
}
