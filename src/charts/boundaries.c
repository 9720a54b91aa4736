/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/boundaries.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* What a map of all townships has is far below these; json-glib goes as deep as it is led. */
#define MAX_BYTES (64 * 1024 * 1024)
#define MAX_DEPTH 32
#define MAX_PLACES 2000000

struct _AtlasBoundaries {
  gatomicrefcount ref_count;
  GPtrArray *areas;   /* (element-type AtlasBoundary) */
  GHashTable *by_code;
  guint n_places;
  guint n_skipped;
};

G_DEFINE_QUARK (atlas-boundaries-error-quark, atlas_boundaries_error)

static void
ring_clear (gpointer data)
{
  g_array_unref (((AtlasRing *) data)->places);
}

static void
boundary_free (AtlasBoundary *boundary)
{
  g_free (boundary->code);
  g_free (boundary->name);
  g_array_unref (boundary->rings);
  g_free (boundary);
}

static AtlasBoundaries *
boundaries_new (void)
{
  AtlasBoundaries *self = g_new0 (AtlasBoundaries, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) boundary_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

AtlasBoundaries *
atlas_boundaries_ref (AtlasBoundaries *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
atlas_boundaries_unref (AtlasBoundaries *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

guint
atlas_boundaries_get_n_areas (AtlasBoundaries *self)
{
  return self->areas->len;
}

const AtlasBoundary *
atlas_boundaries_get_nth (AtlasBoundaries *self,
                          guint            n)
{
  return g_ptr_array_index (self->areas, n);
}

const AtlasBoundary *
atlas_boundaries_find (AtlasBoundaries *self,
                       const char      *code)
{
  return g_hash_table_lookup (self->by_code, code);
}

guint
atlas_boundaries_get_n_skipped (AtlasBoundaries *self)
{
  return self->n_skipped;
}

/* How deep brackets are nested outside of strings. */
static guint
measure_depth (const char *text,
               gsize       length)
{
  guint depth = 0, deepest = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '[' || text[i] == '{'))
        {
          depth++;
          deepest = MAX (deepest, depth);
        }
      else if (!in_string && (text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
    }
  return deepest;
}

/* (nullable): the member if it is an object or array of TYPE. */
static JsonNode *
get_member (JsonObject   *object,
            const char   *name,
            JsonNodeType  type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

/* A string, or a whole number as one; "" for anything else; (transfer full). */
static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  if (node == NULL)
    return g_strdup ("");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strstrip (g_strdup (json_node_get_string (node)));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return g_strdup ("");
}

/* "640300" of 640300, 6403, 640300000000 and 156640300 (GB/T 2260 with the number of the country before it), "640303100" of a
 * township; NULL for what is no code; (transfer full). */
static char *
read_code (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *code = NULL;

  if (length < 2 || length > 12 || strspn (text, "0123456789") != length)
    return NULL;
  if (length == 9 && g_str_has_prefix (text, "156"))
    return g_strdup (text + 3);
  if (length == 12 || length == 9)
    {
      code = g_strndup (text, 9);
      if (g_str_has_suffix (code, "000"))
        code[6] = '\0';
      return g_steal_pointer (&code);
    }
  if (length > 6 || length % 2 != 0)
    return NULL;
  return g_strdup_printf ("%s%.*s", text, (int) (6 - length), "0000");
}

static char *
find_code (JsonObject *feature)
{
  static const char *const names[] = { "adcode", "code", "gb", "id" };
  JsonNode *properties = get_member (feature, "properties", JSON_NODE_OBJECT);
  g_autofree char *id = NULL;

  for (guint i = 0; properties != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *text = dup_text (json_node_get_object (properties), names[i]);
      char *code = read_code (text);

      if (code != NULL)
        return code;
    }
  id = dup_text (feature, "id");
  return read_code (id);
}

static char *
find_name (JsonObject *feature)
{
  JsonNode *properties = get_member (feature, "properties", JSON_NODE_OBJECT);

  return properties != NULL ? dup_text (json_node_get_object (properties), "name") : g_strdup ("");
}

static gboolean
read_number (JsonArray *pair,
             guint      n,
             double     limit,
             double    *out)
{
  JsonNode *node = json_array_get_element (pair, n);

  if (JSON_NODE_TYPE (node) != JSON_NODE_VALUE ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE && json_node_get_value_type (node) != G_TYPE_INT64))
    return FALSE;
  *out = json_node_get_double (node);
  return isfinite (*out) && fabs (*out) <= limit;
}

static gboolean
read_place (JsonNode   *node,
            AtlasPlace *out)
{
  JsonArray *pair;

  if (JSON_NODE_TYPE (node) != JSON_NODE_ARRAY)
    return FALSE;
  pair = json_node_get_array (node);
  return json_array_get_length (pair) >= 2 && read_number (pair, 0, 180.0, &out->longitude) &&
         read_number (pair, 1, 90.0, &out->latitude);
}

/* Twice the area within PLACES, below zero where they run clockwise. */
static double
signed_area (GArray *places)
{
  double area = 0.0;

  for (guint i = 0; i < places->len; i++)
    {
      const AtlasPlace *a = &g_array_index (places, AtlasPlace, i);
      const AtlasPlace *b = &g_array_index (places, AtlasPlace, (i + 1) % places->len);

      area += a->longitude * b->latitude - b->longitude * a->latitude;
    }
  return area;
}

static void
turn_round (GArray *places)
{
  for (guint i = 0, k = places->len - 1; i < k; i++, k--)
    {
      AtlasPlace place = g_array_index (places, AtlasPlace, i);

      g_array_index (places, AtlasPlace, i) = g_array_index (places, AtlasPlace, k);
      g_array_index (places, AtlasPlace, k) = place;
    }
}

/* Files run their rings either way round: here holes run against the outer ring. */
static void
finish_ring (AtlasRing *ring)
{
  GArray *places = ring->places;
  const AtlasPlace *first = &g_array_index (places, AtlasPlace, 0);
  const AtlasPlace *last = &g_array_index (places, AtlasPlace, places->len - 1);

  if (places->len > 1 && first->longitude == last->longitude && first->latitude == last->latitude)
    g_array_set_size (places, places->len - 1);
  if ((signed_area (places) < 0.0) != ring->is_hole)
    turn_round (places);
}

typedef struct {
  AtlasBoundaries *boundaries;
  AtlasBoundary *area;
  const char *path;
  guint feature; /* from 1 */
} Reader;

static gboolean
refuse (const Reader  *reader,
        GError       **error,
        const char    *why)
{
  g_set_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_FORMAT,
               /* Translators: a file of borders, the number of a feature in it, and what is wrong with that */
               _("“%s” cannot be used as boundaries: feature %u: %s"), reader->path, reader->feature, why);
  return FALSE;
}

static gboolean
read_ring (const Reader  *reader,
           JsonNode      *node,
           gboolean       is_hole,
           GError       **error)
{
  AtlasRing ring = { NULL, is_hole };
  JsonArray *list;

  if (JSON_NODE_TYPE (node) != JSON_NODE_ARRAY || json_array_get_length (json_node_get_array (node)) < 3)
    return refuse (reader, error, _("a ring has fewer than three corners"));
  list = json_node_get_array (node);
  reader->boundaries->n_places += json_array_get_length (list);
  if (reader->boundaries->n_places > MAX_PLACES)
    return refuse (reader, error, _("the file has more than two million corners; simplify it first"));
  ring.places = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPlace), json_array_get_length (list));
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      AtlasPlace place;

      if (!read_place (json_array_get_element (list, i), &place))
        {
          g_array_unref (ring.places);
          return refuse (reader, error, _("a corner is no pair of longitude and latitude in degrees"));
        }
      g_array_append_val (ring.places, place);
    }
  finish_ring (&ring);
  g_array_append_val (reader->area->rings, ring);
  return TRUE;
}

static gboolean
read_polygon (const Reader  *reader,
              JsonNode      *node,
              GError       **error)
{
  JsonArray *rings;

  if (JSON_NODE_TYPE (node) != JSON_NODE_ARRAY)
    return refuse (reader, error, _("a polygon is no list of rings"));
  rings = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (rings); i++)
    if (!read_ring (reader, json_array_get_element (rings, i), i > 0, error))
      return FALSE;
  return TRUE;
}

/* (nullable): the coordinates of a polygon or several; NULL for points, lines and features without a geometry. */
static JsonNode *
find_coordinates (JsonObject *feature,
                  gboolean   *out_several)
{
  JsonNode *geometry = get_member (feature, "geometry", JSON_NODE_OBJECT);
  g_autofree char *type = geometry != NULL ? dup_text (json_node_get_object (geometry), "type") : g_strdup ("");

  *out_several = strcmp (type, "MultiPolygon") == 0;
  if (!*out_several && strcmp (type, "Polygon") != 0)
    return NULL;
  return get_member (json_node_get_object (geometry), "coordinates", JSON_NODE_ARRAY);
}

static AtlasBoundary *
ensure_area (AtlasBoundaries *self,
             const char      *code,
             JsonObject      *feature)
{
  AtlasBoundary *area = g_hash_table_lookup (self->by_code, code);

  if (area != NULL)
    return area;
  area = g_new0 (AtlasBoundary, 1);
  area->code = g_strdup (code);
  area->name = find_name (feature);
  area->rings = g_array_new (FALSE, FALSE, sizeof (AtlasRing));
  g_array_set_clear_func (area->rings, ring_clear);
  g_ptr_array_add (self->areas, area);
  g_hash_table_insert (self->by_code, area->code, area);
  return area;
}

static gboolean
read_feature (Reader    *reader,
              JsonNode  *node,
              GError   **error)
{
  JsonObject *feature;
  JsonNode *coordinates;
  JsonArray *polygons;
  gboolean several = FALSE;
  g_autofree char *code = NULL;

  if (JSON_NODE_TYPE (node) != JSON_NODE_OBJECT)
    return refuse (reader, error, _("it is no object"));
  feature = json_node_get_object (node);
  code = find_code (feature);
  coordinates = find_coordinates (feature, &several);
  if (code == NULL || coordinates == NULL)
    {
      reader->boundaries->n_skipped++;
      return TRUE;
    }
  reader->area = ensure_area (reader->boundaries, code, feature);
  if (!several)
    return read_polygon (reader, coordinates, error);
  polygons = json_node_get_array (coordinates);
  for (guint i = 0; i < json_array_get_length (polygons); i++)
    if (!read_polygon (reader, json_array_get_element (polygons, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_features (Reader    *reader,
               JsonNode  *root,
               GError   **error)
{
  JsonNode *list = root != NULL && JSON_NODE_TYPE (root) == JSON_NODE_OBJECT
                     ? get_member (json_node_get_object (root), "features", JSON_NODE_ARRAY)
                     : NULL;
  JsonArray *features = list != NULL ? json_node_get_array (list) : NULL;

  for (guint i = 0; features != NULL && i < json_array_get_length (features); i++)
    {
      reader->feature = i + 1;
      if (!read_feature (reader, json_array_get_element (features, i), error))
        return FALSE;
    }
  if (reader->boundaries->areas->len > 0)
    return TRUE;
  g_set_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_FORMAT,
               _("“%s” cannot be used as boundaries: it is no GeoJSON whose polygons have a division code as adcode, code, gb "
                 "or id"), reader->path);
  return FALSE;
}

AtlasBoundaries *
atlas_boundaries_parse (const char  *text,
                        gsize        length,
                        const char  *path,
                        GError     **error)
{
  g_autoptr (AtlasBoundaries) self = boundaries_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) why = NULL;
  Reader reader = { self, NULL, path, 0 };

  if (length > MAX_BYTES || measure_depth (text, length) > MAX_DEPTH)
    {
      g_set_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_SIZE,
                   _("“%s” cannot be used as boundaries: it is larger than 64 MB or nested too deeply; simplify it first"),
                   path);
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL) ||
      !json_parser_load_from_data (parser, text, (gssize) length, &why))
    {
      g_set_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_FORMAT,
                   _("“%s” cannot be used as boundaries: it is damaged, or no JSON (%s)"), path,
                   why != NULL ? why->message : "UTF-8");
      return NULL;
    }
  return read_features (&reader, json_parser_get_root (parser), error) ? g_steal_pointer (&self) : NULL;
}

AtlasBoundaries *
atlas_boundaries_load (const char  *path,
                       GError     **error)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) why = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &why))
    {
      g_set_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_READ, _("“%s” cannot be read: %s"), shown,
                   why->message);
      return NULL;
    }
  return atlas_boundaries_parse (text, length, shown, error);
}
