package dev.interlock.web.map;

import dev.interlock.catalog.ServiceKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where services and integrations stand in the picture: layers from left to right, always the same for the same model.
 *
 * @param places of the services
 * @param wires path of each integration
 */
record MapLayout(Map<ServiceKey, Place> places, Map<Wire, Line> wires, int width, int height) {
    static final int NODE_WIDTH = 208;
    static final int NODE_HEIGHT = 54;
    private static final int MARGIN = 24;
    private static final int CORNER = 8;
    private static final int MARK = 26;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    /** Upper left corner of a service. */
    record Place(int x, int y) {}

    /** Who calls whom. */
    record Wire(ServiceKey consumer, ServiceKey provider) {}

    /**
     * The drawn line and its arrow head.
     *
     * @param x left end of a mark before the head
     * @param y upper end of that mark
     */
    record Line(String path, String head, int x, int y) {}

    static MapLayout of(List<ServiceKey> services, List<Wire> wires) {
        var graph = graph();
        var nodes = new LinkedHashMap<ServiceKey, ElkNode>();
        services.forEach(service -> nodes.put(service, node(graph)));
        var edges = new LinkedHashMap<Wire, ElkEdge>();
        wires.forEach(wire ->
                edges.put(wire, ElkGraphUtil.createSimpleEdge(nodes.get(wire.consumer()), nodes.get(wire.provider()))));
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        return read(graph, nodes, edges);
    }

    /** Where a drawn service stands. */
    Place place(ServiceKey service) {
        return Objects.requireNonNull(places.get(service), "the layout was made for another landscape");
    }

    /** How a drawn integration runs. */
    Line line(Wire wire) {
        return Objects.requireNonNull(wires.get(wire), "the layout was made for another landscape");
    }

    private static ElkNode graph() {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 84.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 20.0);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        return graph;
    }

    private static ElkNode node(ElkNode graph) {
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(NODE_WIDTH, NODE_HEIGHT);
        return node;
    }

    private static MapLayout read(ElkNode graph, Map<ServiceKey, ElkNode> nodes, Map<Wire, ElkEdge> edges) {
        var places = new HashMap<ServiceKey, Place>();
        nodes.forEach((service, node) -> places.put(service, new Place((int) node.getX(), (int) node.getY())));
        var lines = new HashMap<Wire, Line>();
        edges.forEach((wire, edge) -> lines.put(wire, line(edge)));
        return new MapLayout(
                Map.copyOf(places), Map.copyOf(lines), (int) graph.getWidth() + 1, (int) graph.getHeight() + 1);
    }

    private static Line line(ElkEdge edge) {
        var section = edge.getSections().getFirst();
        var points = new java.util.ArrayList<double[]>();
        points.add(new double[] {section.getStartX(), section.getStartY()});
        section.getBendPoints().forEach(bend -> points.add(new double[] {bend.getX(), bend.getY()}));
        points.add(new double[] {section.getEndX() - 7, section.getEndY()});
        return new Line(
                rounded(points),
                head(section.getEndX(), section.getEndY()),
                (int) section.getEndX() - MARK,
                (int) section.getEndY() - MARK / 2);
    }

    private static String rounded(List<double[]> points) {
        var path = new StringBuilder("M").append(text(points.getFirst()));
        for (var i = 1; i < points.size() - 1; i++) {
            path.append("L").append(text(towards(points.get(i), points.get(i - 1))));
            path.append("Q").append(text(points.get(i))).append(" ");
            path.append(text(towards(points.get(i), points.get(i + 1))));
        }
        return path.append("L").append(text(points.getLast())).toString();
    }

    /** The point a little way from a corner on the way to a neighbour. */
    private static double[] towards(double[] corner, double[] other) {
        var length = Math.hypot(other[0] - corner[0], other[1] - corner[1]);
        var part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new double[] {corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part};
    }

    private static String head(double x, double y) {
        return "M" + text(new double[] {x, y}) + "l-9 -5v10z";
    }

    private static String text(double[] point) {
        return Math.round(point[0] * 10) / 10.0 + " " + Math.round(point[1] * 10) / 10.0;
    }
}
