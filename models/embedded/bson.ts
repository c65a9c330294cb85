import mongoose from 'mongoose';

/** The BSON library of the driver that mongoose uses: its classes are the ones that `instanceof` checks elsewhere know. */
export const BSON: typeof mongoose.mongo.BSON = mongoose.mongo.BSON;
