/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/card-grid.h"

/* Asked for a height for any width, GTK means the least there can be. */
#define UNBOUNDED_WIDTH (1 << 20)

struct _AtlasCardGrid
{
  GtkWidget parent_instance;

  int column_width;
  int max_columns;
  int spacing;
};

enum {
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

static GtkBuildableIface *parent_buildable;

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasCardGrid, atlas_card_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkWidget *
next_visible (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
first_card (AtlasCardGrid *self)
{
  return next_visible (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
next_card (GtkWidget *card)
{
  return next_visible (gtk_widget_get_next_sibling (card));
}

static int
count_cards (AtlasCardGrid *self)
{
  int n = 0;

  for (GtkWidget *card = first_card (self); card != NULL; card = next_card (card))
    n++;
  return n;
}

/* The least width that all cards can do with. */
static int
measure_narrowest (AtlasCardGrid *self)
{
  int narrowest = 0;

  for (GtkWidget *card = first_card (self); card != NULL; card = next_card (card))
    {
      int minimum;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      narrowest = MAX (narrowest, minimum);
    }
  return narrowest;
}

/* Four cards stand as four, two and two, or one below the other, never three and one. */
static int
count_columns (AtlasCardGrid *self,
               int            width)
{
  int column_width = MAX (self->column_width, measure_narrowest (self));
  int columns = CLAMP ((width + self->spacing) / (column_width + self->spacing), 1, self->max_columns);

  if (columns == 3 && count_cards (self) % 3 == 1)
    columns = 2;
  return columns;
}

static int
get_card_width (AtlasCardGrid *self,
                int            width,
                int            columns)
{
  return MAX ((width - (columns - 1) * self->spacing) / columns, 0);
}

typedef struct {
  GtkWidget *next; /* the first card of the next line */
  int card_width;
  int height;
  int n_cards;
} Line;

/* The line that starts with FIRST. Where the last line is not full, its cards share the width. */
static Line
measure_line (AtlasCardGrid *self,
              GtkWidget     *first,
              int            columns,
              int            width)
{
  Line line = { first };

  for (; line.n_cards < columns && line.next != NULL; line.next = next_card (line.next))
    line.n_cards++;
  line.card_width = get_card_width (self, width, line.n_cards);
  for (GtkWidget *card = first; card != line.next; card = next_card (card))
    {
      int natural;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, line.card_width, NULL, &natural, NULL, NULL);
      line.height = MAX (line.height, natural);
    }
  return line;
}

static int
measure_height (AtlasCardGrid *self,
                int            width)
{
  int columns = count_columns (self, width);
  GtkWidget *card = first_card (self);
  int height = 0;

  while (card != NULL)
    {
      Line line = measure_line (self, card, columns, width);

      height += line.height + (line.next != NULL ? self->spacing : 0);
      card = line.next;
    }
  return height;
}

static void
atlas_card_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  AtlasCardGrid *self = ATLAS_CARD_GRID (widget);
  int narrowest = measure_narrowest (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = MAX (narrowest, self->max_columns * (self->column_width + self->spacing) - self->spacing);
    }
  else
    {
      *minimum = *natural = measure_height (self, for_size < 0 ? UNBOUNDED_WIDTH : MAX (for_size, narrowest));
    }
}

static void
atlas_card_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AtlasCardGrid *self = ATLAS_CARD_GRID (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = count_columns (self, width);
  GtkWidget *card = first_card (self);
  int y = 0;

  while (card != NULL)
    {
      Line line = measure_line (self, card, columns, width);

      for (int i = 0; card != line.next; i++, card = next_card (card))
        {
          int column = mirrored ? line.n_cards - 1 - i : i;
          GtkAllocation place = { column * (line.card_width + self->spacing), y, line.card_width, line.height };

          gtk_widget_size_allocate (card, &place, -1);
        }
      y += line.height + self->spacing;
    }
}

static GtkSizeRequestMode
atlas_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_card_grid_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  AtlasCardGrid *self = ATLAS_CARD_GRID (object);

  switch (property_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_MAX_COLUMNS:
      g_value_set_int (value, self->max_columns);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_card_grid_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  AtlasCardGrid *self = ATLAS_CARD_GRID (object);

  switch (property_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
atlas_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atlas_card_grid_parent_class)->dispose (object);
}

static void
atlas_card_grid_class_init (AtlasCardGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_card_grid_get_property;
  object_class->set_property = atlas_card_grid_set_property;
  object_class->dispose = atlas_card_grid_dispose;

  widget_class->get_request_mode = atlas_card_grid_get_request_mode;
  widget_class->measure = atlas_card_grid_measure;
  widget_class->size_allocate = atlas_card_grid_size_allocate;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 400, flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, 16, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_card_grid_init (AtlasCardGrid *self)
{
}

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    atlas_card_grid_append (ATLAS_CARD_GRID (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

void
atlas_card_grid_append (AtlasCardGrid *self,
                        GtkWidget     *card)
{
  g_return_if_fail (ATLAS_IS_CARD_GRID (self));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
}
