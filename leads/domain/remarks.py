"""What a message is besides an answer: a word in between, a farewell, a wish to be left alone."""

from enum import StrEnum

__all__ = ["Remark"]


class Remark(StrEnum):
    """What a prospect does with a message, apart from what it tells us."""

    NONE = "none"
    ASIDE = "aside"  # asks us something or passes the time; our question stays where it is
    RESUME = "resume"  # greets us, or wants to hear the question again
    BACK = "back"  # is there again after a while
    FAREWELL = "farewell"  # leaves for now; whatever comes next goes on from here
    NOT_INTERESTED = "not_interested"  # wants nothing from us, ever
    LEFT_ALONE = "left_alone"  # the same, told to stop: the rules say that we will
    NO_NEED = "no_need"  # has nothing to improve
    JUST_LOOKING = "just_looking"  # has nothing to improve yet
    ENOUGH = "enough"  # wants no more questions
    MEETING = "meeting"  # asks for a meeting
    MOVES = "moves"  # wants another time for the meeting that is booked
    CALLS_OFF = "calls_off"  # wants that meeting no more
    THINKING = "thinking"  # cannot say yet which time suits them
    PERSON = "person"  # accepts the offer of a person
    CORRECTION = "correction"  # takes something back, without saying what should stand instead
    SYMBOLS = "symbols"  # has no words in it

    @property
    def is_beside_the_question(self) -> bool:
        """Whether Rasa's rules reply to it before we come back to our question."""
        return self.is_about_their_meeting or self in (
            Remark.ASIDE,
            Remark.RESUME,
            Remark.FAREWELL,
            Remark.LEFT_ALONE,
        )

    @property
    def is_about_their_meeting(self) -> bool:
        """Whether it is about the meeting that is booked."""
        return self in (Remark.MOVES, Remark.CALLS_OFF)

    @property
    def is_for_good(self) -> bool:
        """Whether they want nothing from us, ever."""
        return self in (Remark.NOT_INTERESTED, Remark.LEFT_ALONE)

    @property
    def ends_the_questions(self) -> bool:
        """Whether asking on would be a nuisance."""
        return self in (
            Remark.NOT_INTERESTED,
            Remark.LEFT_ALONE,
            Remark.NO_NEED,
            Remark.JUST_LOOKING,
            Remark.ENOUGH,
        )
