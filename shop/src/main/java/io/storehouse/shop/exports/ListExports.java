package io.storehouse.shop.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.HandlerMethodValidator;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a list's export by walking the list's own pages, a short transaction each, with a page in memory. Who may read which
 * rows, and what of them, is therefore what the list says.
 */
final class ListExports implements HandlerInterceptor {
    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final RequestMappingHandlerAdapter adapter;
    private final JsonMapper json;
    private final ExportRecords records;

    ListExports(RequestMappingHandlerAdapter adapter, JsonMapper json, ExportRecords records) {
        this.adapter = adapter;
        this.json = json;
        this.records = records;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        ExportedList list = ExportedLists.at(pattern).orElse(null);
        if (list == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        SheetFormat format = SheetFormat.of(request.getParameter("format"));
        RowColumns columns = RowColumns.of(method.getMethod().getGenericReturnType(), json);
        ListPages pages = new ListPages(list, invocable(method), request, response);
        List<JsonNode> first = pages.next(columns);
        Map<String, String> filters = filters(list, method, request);
        RecordedExport record = records.begin(list.name(), format, filters, filters.get("store"));
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\""
                        + list.name().replaceAll("/\\{[^}]*}", "").replace('/', '-') + "." + format.extension() + "\"");
        try {
            write(format.open(response.getOutputStream()), columns, new Given(first, pages, record));
        } catch (Exception e) {
            record.brokenOff();
            CutOffExports.cutOff(request, response, e);
        }
        return false;
    }

    /** What is given out: the first page, those after it, and the record of it. */
    private record Given(List<JsonNode> first, ListPages pages, RecordedExport record) {}

    private static void write(Sheet sheet, RowColumns columns, Given given) throws Exception {
        sheet.add(columns.header());
        for (List<JsonNode> page = given.first();
                !page.isEmpty();
                page = given.pages().next(columns)) {
            given.record().gives(page.size());
            for (JsonNode row : page) {
                sheet.add(columns.cells(row));
            }
            sheet.flush();
        }
        given.record().whole();
        sheet.close();
    }

    /** The list's parameters that this request names, but for its pages; a coupon's code is worth money, so not that. */
    private static Map<String, String> filters(ExportedList list, HandlerMethod method, HttpServletRequest request) {
        Map<String, String> filters = new HashMap<>();
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            variables.forEach((name, value) -> filters.put(String.valueOf(name), String.valueOf(value)));
        }
        parameters(method)
                .filter(name -> !name.equals(ListPages.LIMIT) && !list.cursors().containsKey(name))
                .filter(name -> request.getParameter(name) != null)
                .forEach(name -> filters.put(name, request.getParameter(name)));
        filters.remove("coupon");
        return filters;
    }

    /** What the list reads of a request, by name; some lists take it as a record. */
    private static Stream<String> parameters(HandlerMethod list) {
        return Stream.of(list.getMethodParameters()).flatMap(parameter -> {
            if (parameter.getParameterType().isRecord()) {
                return Stream.of(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName);
            }
            parameter.initParameterNameDiscovery(NAMES);
            return Stream.ofNullable(parameter.getParameterName());
        });
    }

    private InvocableHandlerMethod invocable(HandlerMethod list) {
        HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite();
        resolvers.addResolvers(adapter.getArgumentResolvers());
        WebDataBinderFactory binders =
                new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer());
        InvocableHandlerMethod method = new InvocableHandlerMethod(list);
        method.setHandlerMethodArgumentResolvers(resolvers);
        method.setDataBinderFactory(binders);
        method.setParameterNameDiscoverer(NAMES);
        method.setMethodValidator(HandlerMethodValidator.from(
                adapter.getWebBindingInitializer(), NAMES, parameter -> false, parameter -> true));
        return method;
    }
}
