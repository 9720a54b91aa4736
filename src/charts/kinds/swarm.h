/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasSwarmDot:
 * @along: where it stands on the axis
 * @across: how far it had to move off it
 */
typedef struct {
  double along;
  double across;
} AtlasSwarmDot;

/* Moves dots of DIAMETER, which stand in ascending order along the axis, as little as they can off it so that none
 * overlap; the same for the same dots. Returns how far the outermost middle lies off the axis. */
double atlas_swarm_pack (AtlasSwarmDot *dots, guint n_dots, double diameter);

G_END_DECLS
