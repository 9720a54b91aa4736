/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-names.h"

#include <string.h>

/* There are six namespaces to know, most often declared once, with prefixes of some letters. */
#define MAX_BINDINGS 32
#define MAX_PREFIX_BYTES 63
/* Names whose meaning is kept: how many, and how long they may be. */
#define MAX_KNOWN 500
#define MAX_KNOWN_BYTES 100

typedef enum {
  SPACE_OTHER,
  SPACE_OFFICE,
  SPACE_STYLE,
  SPACE_TABLE,
  SPACE_TEXT,
  SPACE_CALC,
  SPACE_MANIFEST,
} Space;

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static const char *const spaces[] = {
  [SPACE_OTHER] = "",
  [SPACE_OFFICE] = OASIS "office:1.0",
  [SPACE_STYLE] = OASIS "style:1.0",
  [SPACE_TABLE] = OASIS "table:1.0",
  [SPACE_TEXT] = OASIS "text:1.0",
  [SPACE_CALC] = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
  [SPACE_MANIFEST] = OASIS "manifest:1.0",
};

typedef struct {
  Space space;
  const char *name;
  AtlasOdsName id;
} Name;

static const Name element_names[] = {
  { SPACE_OFFICE, "document", ATLAS_ODS_DOCUMENT },
  { SPACE_OFFICE, "document-content", ATLAS_ODS_DOCUMENT },
  { SPACE_OFFICE, "styles", ATLAS_ODS_STYLES },
  { SPACE_OFFICE, "automatic-styles", ATLAS_ODS_STYLES },
  { SPACE_OFFICE, "body", ATLAS_ODS_BODY },
  { SPACE_OFFICE, "spreadsheet", ATLAS_ODS_SPREADSHEET },
  { SPACE_OFFICE, "text", ATLAS_ODS_OFFICE_TEXT },
  { SPACE_OFFICE, "presentation", ATLAS_ODS_PRESENTATION },
  { SPACE_OFFICE, "drawing", ATLAS_ODS_DRAWING },
  { SPACE_OFFICE, "chart", ATLAS_ODS_CHART },
  { SPACE_OFFICE, "image", ATLAS_ODS_IMAGE },
  { SPACE_OFFICE, "database", ATLAS_ODS_DATABASE },
  { SPACE_MANIFEST, "encryption-data", ATLAS_ODS_ENCRYPTION },
  { SPACE_STYLE, "style", ATLAS_ODS_STYLE },
  { SPACE_STYLE, "table-properties", ATLAS_ODS_TABLE_PROPERTIES },
  { SPACE_TABLE, "table", ATLAS_ODS_TABLE },
  { SPACE_TABLE, "table-rows", ATLAS_ODS_ROWS },
  { SPACE_TABLE, "table-header-rows", ATLAS_ODS_ROWS },
  { SPACE_TABLE, "table-row-group", ATLAS_ODS_ROW_GROUP },
  { SPACE_TABLE, "table-row", ATLAS_ODS_ROW },
  { SPACE_TABLE, "table-cell", ATLAS_ODS_CELL },
  { SPACE_TABLE, "covered-table-cell", ATLAS_ODS_COVERED_CELL },
  { SPACE_TEXT, "p", ATLAS_ODS_PARAGRAPH },
  { SPACE_TEXT, "h", ATLAS_ODS_PARAGRAPH },
  { SPACE_TEXT, "list", ATLAS_ODS_BLOCK },
  { SPACE_TEXT, "list-header", ATLAS_ODS_BLOCK },
  { SPACE_TEXT, "list-item", ATLAS_ODS_BLOCK },
  { SPACE_TEXT, "numbered-paragraph", ATLAS_ODS_BLOCK },
  { SPACE_TEXT, "section", ATLAS_ODS_BLOCK },
  { SPACE_TEXT, "s", ATLAS_ODS_SPACES },
  { SPACE_TEXT, "tab", ATLAS_ODS_TAB },
  { SPACE_TEXT, "line-break", ATLAS_ODS_LINE_BREAK },
  { SPACE_TEXT, "note", ATLAS_ODS_ASIDE },
  { SPACE_TEXT, "ruby-text", ATLAS_ODS_ASIDE },
  { SPACE_TEXT, "script", ATLAS_ODS_ASIDE },
};

static const Name attribute_names[] = {
  { SPACE_STYLE, "name", ATLAS_ODS_STYLE_NAME },
  { SPACE_STYLE, "family", ATLAS_ODS_FAMILY },
  { SPACE_TABLE, "display", ATLAS_ODS_DISPLAY },
  { SPACE_TABLE, "name", ATLAS_ODS_TABLE_NAME },
  { SPACE_TABLE, "style-name", ATLAS_ODS_TABLE_STYLE_NAME },
  { SPACE_TABLE, "number-rows-repeated", ATLAS_ODS_ROWS_REPEATED },
  { SPACE_TABLE, "number-columns-repeated", ATLAS_ODS_COLUMNS_REPEATED },
  { SPACE_TABLE, "number-rows-spanned", ATLAS_ODS_ROWS_SPANNED },
  { SPACE_TABLE, "number-columns-spanned", ATLAS_ODS_COLUMNS_SPANNED },
  { SPACE_TABLE, "visibility", ATLAS_ODS_VISIBILITY },
  { SPACE_TABLE, "formula", ATLAS_ODS_FORMULA },
  { SPACE_OFFICE, "value-type", ATLAS_ODS_VALUE_TYPE },
  { SPACE_OFFICE, "value", ATLAS_ODS_VALUE },
  { SPACE_OFFICE, "date-value", ATLAS_ODS_DATE_VALUE },
  { SPACE_OFFICE, "time-value", ATLAS_ODS_TIME_VALUE },
  { SPACE_OFFICE, "boolean-value", ATLAS_ODS_BOOLEAN_VALUE },
  { SPACE_OFFICE, "string-value", ATLAS_ODS_STRING_VALUE },
  { SPACE_CALC, "value-type", ATLAS_ODS_CALC_VALUE_TYPE },
  { SPACE_TEXT, "c", ATLAS_ODS_COUNT },
};

/* The prefix is empty for the default namespace. */
typedef struct {
  char prefix[MAX_PREFIX_BYTES + 1];
  gsize length; /* of it */
  Space space;
  guint depth;
} Binding;

/* What names mean is kept until a namespace is declared or forgotten, which is seldom but for the root. */
struct _AtlasOdsNames {
  GArray *bindings; /* of Binding, the innermost last */
  GHashTable *elements, *attributes; /* of char* to AtlasOdsName */
};

AtlasOdsNames *
atlas_ods_names_new (void)
{
  AtlasOdsNames *self = g_new (AtlasOdsNames, 1);

  self->bindings = g_array_new (FALSE, FALSE, sizeof (Binding));
  self->elements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
atlas_ods_names_free (AtlasOdsNames *self)
{
  g_array_unref (self->bindings);
  g_hash_table_unref (self->elements);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

static void
forget_names (AtlasOdsNames *self)
{
  g_hash_table_remove_all (self->elements);
  g_hash_table_remove_all (self->attributes);
}

/* (nullable): the prefix that an attribute declares. */
static const char *
get_declared (const char *attribute)
{
  if (!g_str_has_prefix (attribute, "xmlns"))
    return NULL;
  attribute += strlen ("xmlns");
  return attribute[0] == ':' ? attribute + 1 : attribute[0] == '\0' ? attribute : NULL;
}

static Space
find_space (const char *uri)
{
  for (guint i = 1; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp (spaces[i], uri) == 0)
      return i;
  return SPACE_OTHER;
}

static gboolean
bind (AtlasOdsNames *self,
      const char    *prefix,
      Space          space,
      guint          depth)
{
  Binding binding = { .length = strlen (prefix), .space = space, .depth = depth };

  if (self->bindings->len == MAX_BINDINGS || binding.length > MAX_PREFIX_BYTES)
    return FALSE;
  strcpy (binding.prefix, prefix);
  g_array_append_val (self->bindings, binding);
  forget_names (self);
  return TRUE;
}

/* Of a PREFIX of LENGTH bytes. */
static Space
resolve_prefix (AtlasOdsNames *self,
                const char    *prefix,
                gsize          length)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (binding->length == length && memcmp (binding->prefix, prefix, length) == 0)
        return binding->space;
    }
  return SPACE_OTHER;
}

/* What declares nothing new is passed over. */
gboolean
atlas_ods_names_begin (AtlasOdsNames  *self,
                       guint           depth,
                       const char    **attributes)
{
  for (; *attributes != NULL; attributes += 2)
    {
      const char *prefix = get_declared (attributes[0]);
      Space space;

      if (prefix == NULL)
        continue;
      space = find_space (attributes[1]);
      if (space != resolve_prefix (self, prefix, strlen (prefix)) && !bind (self, prefix, space, depth))
        return FALSE;
    }
  return TRUE;
}

void
atlas_ods_names_end (AtlasOdsNames *self,
                     guint          depth)
{
  guint n = self->bindings->len;

  while (n > 0 && g_array_index (self->bindings, Binding, n - 1).depth >= depth)
    n--;
  if (n == self->bindings->len)
    return;
  g_array_set_size (self->bindings, n);
  forget_names (self);
}

static AtlasOdsName
find_name (const Name *names,
           guint       n_names,
           Space       space,
           const char *local_name)
{
  for (guint i = 0; i < n_names; i++)
    if (names[i].space == space && strcmp (names[i].name, local_name) == 0)
      return names[i].id;
  return ATLAS_ODS_OTHER;
}

static AtlasOdsName
resolve_element (AtlasOdsNames *self,
                 const char    *name)
{
  const char *colon = strchr (name, ':');
  Space space = resolve_prefix (self, name, colon != NULL ? colon - name : 0);
  AtlasOdsName id = find_name (element_names, G_N_ELEMENTS (element_names), space, colon != NULL ? colon + 1 : name);

  return id == ATLAS_ODS_OTHER && space == SPACE_TEXT ? ATLAS_ODS_OTHER_TEXT : id;
}

/* The default namespace is none of attributes. */
static AtlasOdsName
resolve_attribute (AtlasOdsNames *self,
                   const char    *name)
{
  const char *colon = strchr (name, ':');

  if (colon == NULL)
    return ATLAS_ODS_OTHER;
  return find_name (attribute_names, G_N_ELEMENTS (attribute_names), resolve_prefix (self, name, colon - name), colon + 1);
}

static AtlasOdsName
look_up (AtlasOdsNames *self,
         GHashTable    *known,
         const char    *name,
         AtlasOdsName (*resolve) (AtlasOdsNames *self, const char *name))
{
  gpointer id;

  if (g_hash_table_lookup_extended (known, name, NULL, &id))
    return GPOINTER_TO_INT (id);
  id = GINT_TO_POINTER (resolve (self, name));
  if (g_hash_table_size (known) < MAX_KNOWN && strlen (name) <= MAX_KNOWN_BYTES)
    g_hash_table_insert (known, g_strdup (name), id);
  return GPOINTER_TO_INT (id);
}

AtlasOdsName
atlas_ods_names_element (AtlasOdsNames *self,
                         const char    *name)
{
  return look_up (self, self->elements, name, resolve_element);
}

AtlasOdsName
atlas_ods_names_attribute (AtlasOdsNames *self,
                           const char    *name)
{
  return look_up (self, self->attributes, name, resolve_attribute);
}

const char *
atlas_ods_names_find (AtlasOdsNames  *self,
                      const char    **attributes,
                      AtlasOdsName    id)
{
  for (; *attributes != NULL; attributes += 2)
    if (atlas_ods_names_attribute (self, attributes[0]) == id)
      return attributes[1];
  return NULL;
}
