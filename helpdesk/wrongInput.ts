/** The names of what is wrong in what was asked for. */
export interface WrongInput {
  wrong: string[];
}
