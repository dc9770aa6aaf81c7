"""The words that make a job title."""

from leads.domain.parsing.tables import words

__all__ = ["ACRONYMS", "DEPARTMENTS", "GRADES", "NO_FIELDS", "SMALL_WORDS", "TITLES"]

# One of these makes the words around it a title.
TITLES = words("""
    ceo cto cfo coo cmo cio ciso cro cpo chro cso cdo cco cxo vp svp evp avp md gm president
    vice-president director head manager chief officer owner co-owner founder co-founder cofounder partner
    principal analyst engineer developer designer architect consultant specialist coordinator
    administrator admin assistant associate executive exec representative rep intern trainee student
    teacher professor lecturer researcher scientist accountant controller buyer purchaser planner marketer
    recruiter supervisor technician operator editor writer journalist nurse doctor physician pharmacist
    lawyer attorney counsel paralegal secretary treasurer chairman chairwoman chairperson chair freelancer
    contractor entrepreneur broker agent salesman saleswoman salesperson seller boss superintendent
    foreman chef receptionist sdr bdr ae csm sysadmin programmer coder bookkeeper pastor dean mayor clerk
    strategist copywriter dispatcher driver electrician plumber mechanic estimator surveyor inspector
    auditor advisor adviser instructor trainer coach therapist dentist veterinarian photographer producer
    publisher curator librarian merchandiser stylist geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin
    gerente directeur directrice directora gerant dueno leiter leiterin proprietor proprietress
    ceo/founder teamlead team-lead generalist expert worker employee landlord farmer baker builder realtor
    webmaster pm po cs co-ceo lead leader deputy steward commissioner registrar superuser investor
    shareholder volunteer retiree jobseeker job-seeker hacker tester janitor housekeeper concierge
    retired unemployed jobless pensioner seeker solopreneur vicar matron prokurist prokuristin barista
    waiter waitress cook
    bursar captain caretaker handyman tutor apprentice master mistress guide pilot sailor soldier
""")

# They say where somebody works, and do for a title when it was asked.
DEPARTMENTS = words("""
    sales marketing finance hr it operations ops purchasing procurement logistics legal engineering
    product research r&d support accounting admin administration design development growth data security
    compliance quality qa production warehouse facilities communications pr revops revenue partnerships
    people devops analytics ecommerce e-commerce retail controlling strategy recruiting training education
    supply chain claims accounts procurement
""")
ACRONYMS = words("""
    ceo cto cfo coo cmo cio ciso cro cpo chro cso cdo cco cxo vp svp evp avp md gm hr it r&d pr qa sdr bdr
    ae csm pm po emea apac dach uk us usa eu seo sem crm erp ux ui ai b2b b2c saas pa ea cs ip pmo bi ml
    nhs ngo apj latam
""")
SMALL_WORDS = words("of and for the in at to de la del du des der & von und et y for a an on with")

# They stand before a title and narrow it.
GRADES = words("""
    senior junior freelance vice general managing regional global deputy interim sr jr account business
    project programme program product office software technical commercial digital national area
""")
# They stand before a title and make it somebody else's, or none.
NO_FIELDS = words("big bit looking not happy talking your our my their a the")
