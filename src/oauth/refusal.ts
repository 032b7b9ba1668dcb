// Why a JWT is not accepted: for the log. Who sent it learns only that it is not (RFC 6750 section 3.1).

export class Refusal extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'Refusal';
  }
}
