// The map that moves: Leaflet with clusters, fed from the list of places beside the drawn map.

const STYLES = [
  "../vendor/leaflet-1.9.4/leaflet.css",
  "../vendor/leaflet.markercluster-1.5.3/MarkerCluster.css",
  "../css/components/map.css",
];
// The clusters build on the map.
const SCRIPTS = [
  "../vendor/leaflet-1.9.4/leaflet.js",
  "../vendor/leaflet.markercluster-1.5.3/leaflet.markercluster.js",
];
const LAND = "../map/land-fine.svg";
// Of the places in one cluster, those read out.
const MOST_NAMED = 5;

const beside = (path) => new URL(path, import.meta.url).href;

export async function open(section, picture) {
  await Promise.all(STYLES.map((path) => load("link", { rel: "stylesheet", href: beside(path) })));
  for (const path of SCRIPTS) await load("script", { src: beside(path) });
  const frame = document.createElement("div");
  frame.className = "map-frame";
  frame.ariaLabel = section.dataset.label;
  picture.replaceChildren(frame);
  draw(frame, section);
  if (!section.dataset.map) frame.focus();
}

function load(tag, attributes) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.onload = loaded;
    element.onerror = failed;
    document.head.append(element);
  });
}

function draw(frame, section) {
  const { stretch, west, zoomIn, zoomOut } = section.dataset;
  const crs = {
    ...L.CRS.EPSG4326,
    transformation: L.transformation(stretch / 180, Number(stretch), -1 / 180, 0.5),
  };
  // Without tiles the clusters must be told how far there is to go.
  const map = L.map(frame, {
    crs,
    minZoom: -1,
    maxZoom: 7,
    zoomSnap: 0.25,
    attributionControl: false,
    zoomControl: false,
  });
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  const places = [...section.querySelectorAll("[data-at]")].map((item) => place(item, west));
  for (const shift of places.some(({ at }) => at[1] > 180) ? [0, 360] : [0]) {
    L.svgOverlay(outline(), [
      [-90, shift - 180],
      [90, shift + 180],
    ]).addTo(map);
  }
  const clusters = L.markerClusterGroup({
    maxClusterRadius: 64,
    showCoverageOnHover: false,
    animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    iconCreateFunction: together,
  });
  for (const { at, link, count, number } of places) {
    const marker = L.marker(at, { icon: icon(count), number, title: link.textContent });
    // The number alone would be all that is read out.
    marker.on("add", () => (marker.getElement().ariaLabel = `${link.textContent}: ${count}`));
    clusters.addLayer(marker.bindPopup(words(link, count), { closeButton: false }));
  }
  map.addLayer(clusters);
  map.fitBounds(L.latLngBounds(places.map(({ at }) => at)).pad(0.2), { maxZoom: 4 });
}

// A place as the list of words beside the map has it; a world further east across the date line.
function place(item, west) {
  const [latitude, longitude] = item.dataset.at.split(",").map(Number);
  const count = item.querySelector(".count").textContent;
  return {
    at: [latitude, longitude < west ? longitude + 360 : longitude],
    link: item.querySelector("a"),
    count,
    number: Number(count.replace(/\D/g, "")),
  };
}

function outline() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-180 -90 360 180");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("class", "map-land");
  const use = svg.appendChild(document.createElementNS(svg.namespaceURI, "use"));
  use.setAttribute("href", `${beside(LAND)}#land`);
  return svg;
}

// Places too close together: the number of all records there, and for the ear some of their names.
function together(cluster) {
  const places = cluster.getAllChildMarkers().map(({ options }) => options);
  const names = places.slice(0, MOST_NAMED).map(({ title }) => title);
  if (places.length > MOST_NAMED) names.push("…");
  return icon(
    places.reduce((sum, { number }) => sum + number, 0),
    `${names.join(", ")}: `,
  );
}

function icon(count, names = "") {
  const html = document.createElement("span");
  if (names) {
    const unseen = html.appendChild(document.createElement("span"));
    unseen.className = "visually-hidden";
    unseen.textContent = names;
  }
  html.append(count.toLocaleString(document.documentElement.lang));
  return L.divIcon({ className: "map-marker", html, iconSize: [28, 28] });
}

function words(link, count) {
  const line = document.createElement("p");
  line.append(link.cloneNode(true), ` ${count}`);
  return line;
}
