package io.storehouse.shop.exports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

    ListExports(RequestMappingHandlerAdapter adapter, JsonMapper json) {
        this.adapter = adapter;
        this.json = json;
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
        response.setContentType(format.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + name(list.path()) + "." + format.extension() + "\"");
        try {
            write(format.open(response.getOutputStream()), columns, first, pages);
        } catch (Exception e) {
            CutOffExports.cutOff(request, response, e);
        }
        return false;
    }

    private static void write(Sheet sheet, RowColumns columns, List<JsonNode> first, ListPages pages) throws Exception {
        sheet.add(columns.header());
        for (List<JsonNode> page = first; !page.isEmpty(); page = pages.next(columns)) {
            for (JsonNode row : page) {
                sheet.add(columns.cells(row));
            }
            sheet.flush();
        }
        sheet.close();
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

    /** {@code stock-moves}, without the variables. */
    private static String name(String path) {
        return path.substring("/api/v1/".length()).replaceAll("/\\{[^}]*}", "").replace('/', '-');
    }
}
