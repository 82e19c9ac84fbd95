import GRDB
import Reviewing

struct PublicationRow: StoredRow {
  static let table = "publication"
  static let key = ["id"]

  let submission: ID<Submission>
  let position: Int
  let id: ID<Publication>
  let permit: ID<Permit>
  let channel: String
  let publisher: ID<User>
  let at: Timestamp
  let address: String
  let externalId: String
  let state: Publication.State
  let verifications: [Verification]
  let retraction: Retraction?
}

extension PublicationRow {
  init(_ publication: Publication, of submission: ID<Submission>, at position: Int) {
    self.init(
      submission: submission,
      position: position,
      id: publication.id,
      permit: publication.permit,
      channel: publication.channel,
      publisher: publication.publisher,
      at: publication.at,
      address: publication.address,
      externalId: publication.externalID,
      state: publication.state,
      verifications: publication.verifications,
      retraction: publication.retraction
    )
  }

  var publication: Publication {
    Publication(
      id: id,
      permit: permit,
      channel: channel,
      publisher: publisher,
      at: at,
      address: address,
      externalID: externalId,
      state: state,
      verifications: verifications,
      retraction: retraction
    )
  }
}
