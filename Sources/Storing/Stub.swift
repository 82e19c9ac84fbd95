import Reviewing
