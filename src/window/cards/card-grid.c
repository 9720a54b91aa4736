/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-grid.h"

#include <glib/gi18n.h>

#include "window/cards/card-packing.h"

/* What the grid knows of a card. */
typedef struct {
  GtkWidget *card;
  int least_width;
  gboolean is_lacking;
} Member;

struct _AtlasCardGrid
{
  GtkWidget parent_instance;

  int column_width;
  int max_columns;
  int spacing;
  GArray *members;          /* (element-type Member): in the order in which they came */
  GtkWidget *lacking_title; /* (nullable): stands before the first card that is lacking something */
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

static Member *
find_member (AtlasCardGrid *self,
             GtkWidget     *card)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      if (member->card == card)
        return member;
    }
  return NULL;
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
               int            width,
               guint          n_cards)
{
  int column_width = MAX (self->column_width, measure_narrowest (self));
  int columns = CLAMP ((width + self->spacing) / (column_width + self->spacing), 1, self->max_columns);

  return columns == 3 && n_cards == 4 ? 2 : columns;
}

static int
get_card_width (AtlasCardGrid *self,
                int            width,
                int            columns)
{
  return MAX ((width - (columns - 1) * self->spacing) / columns, 0);
}

static int
measure_card (gpointer card,
              int      n_columns,
              int      width)
{
  AtlasCardGrid *self = ATLAS_CARD_GRID (gtk_widget_get_parent (card));
  int natural;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, get_card_width (self, width, n_columns), NULL, &natural, NULL, NULL);
  return natural;
}

/* What a card is made of wants to be high, while the card itself wants nothing of the page. */
static gboolean
card_grows (gpointer card)
{
  GtkWidget *frame = gtk_widget_get_first_child (card);

  return frame != NULL && gtk_widget_compute_expand (frame, GTK_ORIENTATION_VERTICAL);
}

/* MEMBER (nullable): none is a title, which has its line to itself. */
static int
get_least_width (const Member *member)
{
  if (member == NULL)
    return G_MAXINT;
  return member->is_lacking ? 0 : member->least_width;
}

/* Where the cards stand in WIDTH, (element-type AtlasCardPlace); and how high they are in all. */
static GArray *
place_cards (AtlasCardGrid *self,
             int            width,
             int           *out_height)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (AtlasCardPlace));
  AtlasCardPacking packing = { measure_card, card_grows, width, 0, self->spacing };

  for (GtkWidget *card = first_card (self); card != NULL; card = next_card (card))
    {
      AtlasCardPlace place = { card, get_least_width (find_member (self, card)) };

      g_array_append_val (places, place);
    }
  packing.max_columns = count_columns (self, width, places->len);
  *out_height = atlas_card_packing_place (&packing, (AtlasCardPlace *) (void *) places->data, places->len);
  return places;
}

static int
measure_height (AtlasCardGrid *self,
                int            width)
{
  int height;
  g_autoptr (GArray) places = place_cards (self, width, &height);

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
  int narrowest;

  /* The least height there can be, for a width that is not known yet: a scrolled page does nothing with it, and to tell
   * it exactly all charts would have to be laid out once more, as wide as no window is. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    {
      *minimum = *natural = 0;
      return;
    }
  narrowest = measure_narrowest (self);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = narrowest;
      *natural = MAX (narrowest, self->max_columns * (self->column_width + self->spacing) - self->spacing);
    }
  else
    {
      *minimum = *natural = measure_height (self, MAX (for_size, narrowest));
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
  int needed;
  g_autoptr (GArray) places = place_cards (self, width, &needed);

  for (guint i = 0; i < places->len; i++)
    {
      const AtlasCardPlace *place = &g_array_index (places, AtlasCardPlace, i);
      int card_width = get_card_width (self, width, place->n_columns);
      int column = mirrored ? place->n_columns - 1 - place->column : place->column;

      gtk_widget_size_allocate (place->card,
                                &(GtkAllocation) { column * (card_width + self->spacing), place->y, card_width, place->height },
                                -1);
    }
}

/* In the order of the cards: GTK would go by the middles of their heights, from the high one's neighbours to it and back. */
static gboolean
atlas_card_grid_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  gboolean is_forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *card = gtk_widget_get_focus_child (widget);

  if (!is_forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (atlas_card_grid_parent_class)->focus (widget, direction);
  if (card == NULL)
    card = is_forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);
  while (card != NULL && !gtk_widget_child_focus (card, direction))
    card = is_forward ? gtk_widget_get_next_sibling (card) : gtk_widget_get_prev_sibling (card);
  return card != NULL;
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

  g_array_set_size (ATLAS_CARD_GRID (object)->members, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atlas_card_grid_parent_class)->dispose (object);
}

static void
atlas_card_grid_finalize (GObject *object)
{
  g_array_unref (ATLAS_CARD_GRID (object)->members);
  G_OBJECT_CLASS (atlas_card_grid_parent_class)->finalize (object);
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
  object_class->finalize = atlas_card_grid_finalize;

  widget_class->get_request_mode = atlas_card_grid_get_request_mode;
  widget_class->measure = atlas_card_grid_measure;
  widget_class->size_allocate = atlas_card_grid_size_allocate;
  widget_class->focus = atlas_card_grid_focus;

  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 400, flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, 16, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 12, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_card_grid_init (AtlasCardGrid *self)
{
  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
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
  Member member = { card };

  g_return_if_fail (ATLAS_IS_CARD_GRID (self));

  g_array_append_val (self->members, member);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

void
atlas_card_grid_set_least_width (AtlasCardGrid *self,
                                 GtkWidget     *card,
                                 int            least_width)
{
  Member *member;

  g_return_if_fail (ATLAS_IS_CARD_GRID (self));

  member = find_member (self, card);
  g_return_if_fail (member != NULL);
  member->least_width = least_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Puts CARD behind LAST (nullable); it stays a child, so that its menus do not lose their window. */
static void
put_behind (AtlasCardGrid  *self,
            GtkWidget      *card,
            GtkWidget     **last)
{
  gtk_widget_insert_after (card, GTK_WIDGET (self), *last);
  *last = card;
}

static guint
put_members_behind (AtlasCardGrid  *self,
                    gboolean        are_lacking,
                    GtkWidget     **last)
{
  guint n = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = &g_array_index (self->members, Member, i);

      if (member->is_lacking != are_lacking)
        continue;
      put_behind (self, member->card, last);
      n++;
    }
  return n;
}

static void
reorder (AtlasCardGrid *self)
{
  GtkWidget *last = NULL;

  put_members_behind (self, FALSE, &last);
  if (self->lacking_title == NULL)
    {
      self->lacking_title = gtk_label_new (_("Not known yet"));
      gtk_label_set_xalign (GTK_LABEL (self->lacking_title), 0);
      gtk_widget_add_css_class (self->lacking_title, "title-4");
      gtk_widget_set_parent (self->lacking_title, GTK_WIDGET (self));
    }
  put_behind (self, self->lacking_title, &last);
  gtk_widget_set_visible (self->lacking_title, put_members_behind (self, TRUE, &last) > 0);
}

void
atlas_card_grid_set_lacking (AtlasCardGrid *self,
                             GtkWidget     *card,
                             gboolean       is_lacking)
{
  Member *member;

  g_return_if_fail (ATLAS_IS_CARD_GRID (self));

  member = find_member (self, card);
  g_return_if_fail (member != NULL);
  if (member->is_lacking == is_lacking)
    return;
  member->is_lacking = is_lacking;
  reorder (self);
}
