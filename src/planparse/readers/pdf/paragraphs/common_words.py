"""Words that plans share: the spelling of a document too short to show its own."""

from __future__ import annotations

_SMALL_WORDS = """
    able anyone anything everyone everything forward furthermore however itself meanwhile nobody nothing nowhere
    otherwise outside inside someone something somewhere themselves therefore throughout together towards underway
    whatever whenever whereas whether ourselves online nationwide countywide boroughwide citywide
    a about above across after again against all along also although always am among an and another any are around as
    at away back be became because been before being below between both but by came can cannot could did do does
    done down due during each either else even ever every few first for four from full get gives go goes had half has
    have he held her here high him his how i if in into is it its keep kept last late later least less let like long
    low made main make many may me more most much must my near need new next no nor not now of off often old on once
    one only onto open or other our out over own part past per put rather real said same see set seven shall she short
    should since six so some still such take ten than that the their them then there these they this those three
    through time to too top two under until up upon us use used using very via was way we well were what when where
    which while who whole whom whose why will with within without work works would year years yet you your eg ie etc
    """

_USUAL = """
    ability absence access account accounts achieve achieved achievement achievements action actions active activities
    activity actual additional address adult adults advice age aged agencies agency agree agreed agreement aims
    allocated amount analysis annual application applications appointed approach appropriate approval approve approved
    april area areas arrangements assessed assessment assets assistant attend attendance august authority available
    average awaiting awareness balance base based baseline basis begin behind benefit benefits best better board body
    bring budget budgets build building buildings business calls capacity capital care carried case cases central
    centre centres change changes charge check chief child children clear client clients close college commenced
    commission committee communities community compared complaints complete completed completion compliance condition
    conduct confirmed consider consultation contact continue continued contract contracts contribute control core
    corporate cost costs council councillors country county create crime current currently customer customers cycle
    daily data date day days deal december decision decisions decrease deliver delivered delivery demand department
    departments design detailed determined develop developed development developments direct direction director
    directorate disabled district division draft early economic economy education effective effectively efficiency
    efficient employees employment enable end energy engage engagement ensure ensuring environment environmental
    equality establish established estate evaluate evaluation event events evidence example excellent existing expected
    expenditure experience external facilities families family february final finance financial find following
    former forward framework function funding further future general given good government green group groups grow
    growth guidance head health help helping higher home homes hospital hours house household households housing
    identified identify impact implement implementation implemented improve improved improvement improvements
    improving include included includes including income increase increased increasing indicator indicators individual
    individuals information initial initiatives inspection integrated internal investment involved issue issues
    january join joint july june key know knowledge land launch lead leader leaders leadership leading learning legal
    level levels library life line link linked links list live lives local location maintain maintained maintenance
    major manage managed management manager managers march market maximum measure measured measures medium meet
    meeting meetings meets member members met milestone milestones minimum mobile model monitor monitored monitoring
    month monthly months move national needs network not note november number numbers objective objectives october
    offer office officer officers older operate operating operation operational opportunities opportunity options order
    organisation organisations outcome outcomes outturn overall parents partner partners partnership partnerships
    parts people percent percentage perform performance period person personal persons place places plan planned
    planning plans play point police policies policy population position positive potential practice prepare present
    prevent previous primary priorities priority private procedure procedures process processes produce production
    professional programme programmes progress project projects promote proportion proposal proposals protection
    provide provided provider providers provides provision public publish published pupils purchase purpose quality
    quarter quarterly range rate rates reach received recommendations recorded records red reduce reduced reducing
    reduction refer referral register regional registered relation relevant remain report reported reporting reports
    request required requirement requirements research residents resource resources respond response responsibility
    responsible result results retain return review reviewed reviews revised risk risks road roads role roll rural safe
    safety satisfaction satisfied saving savings scheme schemes school schools score secondary sector secure security
    senior september service services setting share sickness significant site sites skills social society special
    specific spend staff stage stakeholders standard standards start started starts state statement status statutory
    steps strategic strategies strategy street strong structure students subject submitted success successful
    successfully suitable summary supply support supported supporting survey sustainable system systems table taken
    target targets task team teams technical technology term terms test timely timescale title together total
    town track traffic train training transfer transport travel treatment trend undertake undertaken unit units update
    updated urban users value values vehicles view visit visits visitors vision voluntary vulnerable ward waste water
    week weekly weeks welcome welfare wellbeing wide wider worker workers workforce working workplace world written
    young younger youth
    """
SMALL = frozenset(_SMALL_WORDS.split())
COMMON = dict.fromkeys(_USUAL.split(), 0.5) | dict.fromkeys(SMALL, 12.0)
"""Each word with the number of times that it counts as seen."""
